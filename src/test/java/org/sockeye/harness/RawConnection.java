package org.sockeye.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A TCP connection to a server, for requests that no HTTP library would make. */
public final class RawConnection implements AutoCloseable {

    private static final int DEADLINE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream input;

    public RawConnection(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(DEADLINE_MILLIS);
            socket.setTcpNoDelay(true);
            input = new BufferedInputStream(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends text as it is; lines of a request end with CR LF. */
    public RawConnection send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a request of these lines, the empty line at its end added. */
    public RawConnection request(String... lines) {
        return send(String.join("\r\n", lines) + "\r\n\r\n");
    }

    /** Asks for a WebSocket, with more headers. */
    public RawConnection webSocket(String path, String... headers) {
        return request(Stream.concat(
                        Stream.of(
                                "GET " + path + " HTTP/1.1",
                                "Host: localhost",
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="),
                        Stream.of(headers))
                .toArray(String[]::new));
    }

    /** Sends a short text as one masked WebSocket frame; the mask is zero. */
    public RawConnection sendFrame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        if (payload.length > 125) {
            throw new IllegalArgumentException("too long for a short frame");
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {(byte) 0x81, (byte) (0x80 | payload.length), 0, 0, 0, 0});
        frame.writeBytes(payload);
        return send(frame.toByteArray());
    }

    /** One masked frame of a WebSocket, to be sent; the mask is zero. */
    public static byte[] frameOf(int opcode, boolean last, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write((last ? 0x80 : 0) | opcode);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /**
     * Reads one WebSocket frame of less than 64 KiB: its opcode and its bytes; empty when the server has closed the connection, be it within
     * the frame.
     */
    public Optional<Map.Entry<Integer, byte[]>> anyFrame() {
        int first = readByteOrEnd();
        int length = readByteOrEnd();
        if (length == 126) {
            length = readByteOrEnd() * 256 + readByteOrEnd();
        }
        byte[] payload = readBytesOrFewer(Math.max(length, 0));
        return payload.length == length ? Optional.of(Map.entry(first & 0x0f, payload)) : Optional.empty();
    }

    /** Sends bytes as they are. */
    public RawConnection send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads one WebSocket frame with text, of less than 64 KiB. */
    public String frame() {
        readByte();
        int length = readByte();
        return read(length == 126 ? readByte() * 256 + readByte() : length);
    }

    /** Reads the head of an answer: its status line and headers. */
    public String head() {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(readByte());
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads the head of an answer as headers by name, and its status as {@code :status}. */
    public HttpHeaders headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : head().split("\r\n", -1)) {
            int colon = line.indexOf(": ");
            String name = colon < 0 ? ":status" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (!line.isEmpty()) {
                headers.computeIfAbsent(name, unseen -> new ArrayList<>())
                        .add(colon < 0 ? line.split(" ", -1)[1] : line.substring(colon + 2));
            }
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    /** Reads some bytes as text. */
    public String read(int count) {
        return new String(readBytes(count), StandardCharsets.UTF_8);
    }

    private byte[] readBytes(int count) {
        byte[] bytes = readBytesOrFewer(count);
        if (bytes.length < count) {
            throw new AssertionError("the server closed the connection");
        }
        return bytes;
    }

    private byte[] readBytesOrFewer(int count) {
        try {
            return input.readNBytes(count);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads everything until the server closes the connection. */
    public String rest() {
        try {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads until the server has closed the connection, in whichever way; answers how many bytes came. */
    public long skipToEnd() {
        byte[] some = new byte[65_536];
        long count = 0;
        try {
            int read;
            while ((read = socket.getInputStream().read(some)) >= 0) {
                count += read;
            }
        } catch (SocketException reset) {
            return count;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return count;
    }

    /** Whether the server has closed the connection, once everything before was read. */
    public boolean isAtEnd() {
        try {
            return input.read() < 0;
        } catch (IOException reset) {
            return reset.getMessage() != null && reset.getMessage().contains("reset");
        }
    }

    private int readByte() {
        int next = readByteOrEnd();
        if (next < 0) {
            throw new AssertionError("the server closed the connection");
        }
        return next;
    }

    private int readByteOrEnd() {
        try {
            return input.read();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Closes the connection with a reset instead of an orderly end. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
