package org.sockeye.internal.msgpack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.sockeye.spi.InvalidPacketException;

/** The bytes of a message. Whatever a length says, no more is taken, nor memory spent, than there are bytes. For one thread. */
final class Input {

    private final ByteBuffer buffer;

    Input(byte[] message) {
        this.buffer = ByteBuffer.wrap(message);
    }

    boolean isAtEnd() {
        return !buffer.hasRemaining();
    }

    /** The next code, from 0 to 255. */
    int code() throws InvalidPacketException {
        return (int) unsigned(1);
    }

    /** The next code, which is not taken. */
    int peek() throws InvalidPacketException {
        require(1);
        return buffer.get(buffer.position()) & 0xff;
    }

    /** A whole number of 1, 2, 4 or 8 bytes; one of 8 bytes has its bits. */
    long unsigned(int width) throws InvalidPacketException {
        long value = signed(width);
        return width == 8 ? value : value & ((1L << (8 * width)) - 1);
    }

    long signed(int width) throws InvalidPacketException {
        require(width);
        return switch (width) {
            case 1 -> buffer.get();
            case 2 -> buffer.getShort();
            case 4 -> buffer.getInt();
            default -> buffer.getLong();
        };
    }

    /** A length of so many bytes, of things that have at least so many bytes each: there cannot be more than that. */
    int length(int width, int least) throws InvalidPacketException {
        return bounded(unsigned(width), least);
    }

    /** Makes sure that so many things of at least so many bytes each can follow. */
    int bounded(long length, int least) throws InvalidPacketException {
        require(length * least);
        return (int) length;
    }

    byte[] bytes(int length) throws InvalidPacketException {
        require(length);
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    /** So many bytes as text; bytes that are no UTF-8 become replacement characters. */
    String text(int length) throws InvalidPacketException {
        require(length);
        String text = new String(buffer.array(), buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    private void require(long bytes) throws InvalidPacketException {
        if (bytes > buffer.remaining()) {
            throw new InvalidPacketException("the message ends too early");
        }
    }
}
