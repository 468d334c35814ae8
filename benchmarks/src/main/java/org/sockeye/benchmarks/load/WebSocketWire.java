package org.sockeye.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A WebSocket that carries text. */
final class WebSocketWire extends Wire {

    private static final int TEXT = 0x81;
    private static final int MASKED = 0x80;

    private final Consumer<String> onText;

    /** Only used by the event loop's thread. */
    private boolean open;

    WebSocketWire(EventLoop loop, int port, String path, Consumer<String> onText) {
        super(loop, port);
        this.onText = onText;
        write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
    }

    /** Sends a message as one frame; the mask is zero, which costs the server as much as any other. */
    void send(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) TEXT);
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length < 1 << 16) {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        write(frame.putInt(0).put(payload).flip());
    }

    @Override
    boolean takeOne(ByteBuffer received) {
        return open ? takeFrame(received) : takeHandshake(received);
    }

    private boolean takeHandshake(ByteBuffer received) {
        String head = takeHead(received);
        if (head == null) {
            return false;
        }
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IllegalStateException("The server refused a WebSocket: " + head);
        }
        open = true;
        return true;
    }

    private boolean takeFrame(ByteBuffer received) {
        int available = received.remaining();
        int head = available < 2 ? 2 : headLength(received.get(received.position() + 1));
        if (available < head) {
            return false;
        }
        int first = received.get() & 0xff;
        long length = length(received);
        if (available < head + length) {
            return false;
        }
        if (first != TEXT) {
            throw new IllegalStateException("Expected one frame of text, not 0x" + Integer.toHexString(first));
        }
        onText.accept(takeText(received, (int) length));
        return true;
    }

    private static int headLength(int code) {
        return code < 126 ? 2 : code == 126 ? 4 : 10;
    }

    private static long length(ByteBuffer received) {
        int code = received.get();
        if (code < 126) {
            return code;
        }
        return code == 126 ? received.getShort() & 0xffff : received.getLong();
    }
}
