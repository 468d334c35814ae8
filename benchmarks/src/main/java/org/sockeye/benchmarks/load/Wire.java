package org.sockeye.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A TCP connection to the server. What has come and is not yet complete waits in a buffer. */
abstract class Wire {

    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private final SocketChannel channel;

    /** Only used by the event loop's thread, as everything here. */
    private ByteBuffer input = ByteBuffer.allocate(8192);

    Wire(EventLoop loop, int port) {
        try {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            loop.add(this);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    final SocketChannel channel() {
        return channel;
    }

    /** Takes one message from the buffer; false when it is not complete. */
    abstract boolean takeOne(ByteBuffer received);

    /** Reads what is there, and takes every message that is complete. */
    final void read() {
        try {
            if (channel.read(input) < 0) {
                throw new EOFException("The server closed a connection");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        input.flip();
        boolean complete = true;
        while (complete) {
            input.mark();
            complete = takeOne(input);
        }
        input.reset();
        input.compact();
        if (!input.hasRemaining()) {
            input = ByteBuffer.allocate(input.capacity() * 2).put(input.flip());
        }
    }

    /** Writes all; the server reads fast enough that this hardly ever goes round. */
    final void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    final void write(String text) {
        write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes the head of an HTTP answer, empty line included; null when it is not complete. */
    static String takeHead(ByteBuffer received) {
        byte[] bytes = received.array();
        for (int i = received.position(); i + 3 < received.limit(); i++) {
            if (Arrays.equals(bytes, i, i + 4, HEAD_END, 0, 4)) {
                return takeText(received, i + 4 - received.position());
            }
        }
        return null;
    }

    static String takeText(ByteBuffer received, int length) {
        String text = new String(received.array(), received.position(), length, StandardCharsets.UTF_8);
        received.position(received.position() + length);
        return text;
    }
}
