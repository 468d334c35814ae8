package org.sockeye.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that carries one HTTP request after the other. */
final class HttpWire extends Wire {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");

    private final Consumer<String> onBody;

    HttpWire(EventLoop loop, int port, Consumer<String> onBody) {
        super(loop, port);
        this.onBody = onBody;
    }

    void get(String path) {
        write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    void post(String path, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain;charset=UTF-8\r\n"
                + "Content-Length: " + length + "\r\n\r\n" + body);
    }

    @Override
    boolean takeOne(ByteBuffer received) {
        String head = takeHead(received);
        if (head == null) {
            return false;
        }
        Matcher length = LENGTH.matcher(head);
        if (!head.startsWith("HTTP/1.1 200") || !length.find()) {
            throw new IllegalStateException("Unexpected answer: " + head);
        }
        int count = Integer.parseInt(length.group(1));
        if (received.remaining() < count) {
            return false;
        }
        onBody.accept(takeText(received, count));
        return true;
    }
}
