package org.sockeye.internal.msgpack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes MessagePack, each value in its shortest form. For one thread. */
final class Output {

    private static final int BIN = 0xc4;
    private static final int FLOAT_64 = 0xcb;
    private static final int UINT = 0xcc;
    private static final int INT = 0xd0;
    private static final int STR_8 = 0xd9;
    private static final int ARRAY_16 = 0xdc;
    private static final int MAP_16 = 0xde;

    private ByteBuffer buffer = ByteBuffer.allocate(256); // confined to one thread

    byte[] toBytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    void nil() {
        code(0xc0);
    }

    void bool(boolean value) {
        code(value ? 0xc3 : 0xc2);
    }

    void integer(long value) {
        if (value >= -0x20 && value < 0x80) {
            code((int) value);
        } else if (value >= 0) {
            unsigned(value);
        } else if (value >= Byte.MIN_VALUE) {
            head(INT, 1, value);
        } else if (value >= Short.MIN_VALUE) {
            head(INT + 1, 2, value);
        } else if (value >= Integer.MIN_VALUE) {
            head(INT + 2, 4, value);
        } else {
            head(INT + 3, 8, value);
        }
    }

    /** The bits of an unsigned number, of which the small ones have a shorter form. */
    void unsigned(long bits) {
        if (bits >>> 8 == 0) {
            head(UINT, 1, bits);
        } else if (bits >>> 16 == 0) {
            head(UINT + 1, 2, bits);
        } else if (bits >>> 32 == 0) {
            head(UINT + 2, 4, bits);
        } else {
            head(UINT + 3, 8, bits);
        }
    }

    void number(double value) {
        head(FLOAT_64, 8, Double.doubleToLongBits(value));
    }

    void string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 0x20) {
            code(0xa0 | bytes.length);
        } else {
            length(STR_8, 1, bytes.length);
        }
        room(bytes.length).put(bytes);
    }

    void bytes(byte[] bytes) {
        length(BIN, 1, bytes.length);
        room(bytes.length).put(bytes);
    }

    /** Begins an array; its elements follow. */
    void array(int size) {
        if (size < 0x10) {
            code(0x90 | size);
        } else {
            length(ARRAY_16, 2, size);
        }
    }

    /** Begins a map; its members follow, the name before the value. */
    void map(int size) {
        if (size < 0x10) {
            code(0x80 | size);
        } else {
            length(MAP_16, 2, size);
        }
    }

    /** The code and the length, in as few bytes as it needs: each next code is for twice as many. */
    private void length(int code, int width, int length) {
        if (width == 4 || length >>> (8 * width) == 0) {
            head(code, width, length);
        } else {
            length(code + 1, 2 * width, length);
        }
    }

    private void code(int code) {
        room(1).put((byte) code);
    }

    private void head(int code, int width, long value) {
        ByteBuffer to = room(9).put((byte) code);
        switch (width) {
            case 1 -> to.put((byte) value);
            case 2 -> to.putShort((short) value);
            case 4 -> to.putInt((int) value);
            default -> to.putLong(value);
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int needed = Math.addExact(buffer.position(), bytes);
            ByteBuffer larger =
                    ByteBuffer.allocate(Math.max(needed, (int) Math.min(2L * needed, Integer.MAX_VALUE - 8)));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }
}
