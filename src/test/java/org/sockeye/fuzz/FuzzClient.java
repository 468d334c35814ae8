package org.sockeye.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.harness.RawConnection;

/** Asks one thing after the other on a connection that it keeps while the server does, and sends whatever it is told. */
final class FuzzClient implements AutoCloseable {

    /** What came back. */
    record Answer(int status, HttpHeaders headers, String body) {}

    private final int port;

    /** Confined to the thread of the test; none after the server, or an answer that is no HTTP, has ended it. */
    private @Nullable RawConnection connection;

    FuzzClient(int port) {
        this.port = port;
    }

    Answer ask(String method, String target, Map<String, String> headers, byte[] body) {
        boolean kept = connection != null;
        try {
            return exchange(method, target, headers, body);
        } catch (AssertionError | UncheckedIOException lost) {
            close();
            if (!kept) {
                throw lost;
            }
            return exchange(method, target, headers, body); // the server may end a connection that was idle
        }
    }

    private Answer exchange(String method, String target, Map<String, String> headers, byte[] body) {
        RawConnection raw = connection == null ? new RawConnection(port) : connection;
        connection = raw;
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!method.equals("GET")) {
            request.writeBytes(body);
        }
        raw.send(request.toByteArray()); // in one write, or TCP would wait with the second one
        return answer(method, raw);
    }

    private Answer answer(String method, RawConnection raw) {
        HttpHeaders headers = raw.headers();
        int status = Integer.parseInt(headers.firstValue(":status").orElse("0"));
        boolean chunked = headers.firstValue("transfer-encoding").isPresent();
        int length = method.equals("HEAD") || status < 200
                ? 0
                : (int) headers.firstValueAsLong("content-length").orElse(0);
        String body = chunked && !method.equals("HEAD") ? chunks(raw) : raw.read(length);
        if (status < 200 || headers.firstValue("connection").orElse("").equals("close")) {
            close();
        }
        return new Answer(status, headers, body);
    }

    private static String chunks(RawConnection raw) {
        StringBuilder body = new StringBuilder();
        int size = chunkSize(raw);
        while (size > 0) {
            body.append(raw.read(size));
            raw.read(2);
            size = chunkSize(raw);
        }
        raw.read(2);
        return body.toString();
    }

    private static int chunkSize(RawConnection raw) {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
            line.append(raw.read(1));
        }
        return Integer.parseInt(line.substring(0, line.length() - 2), 16);
    }

    @Override
    public void close() {
        RawConnection open = connection;
        connection = null;
        if (open != null) {
            open.reset();
        }
    }
}
