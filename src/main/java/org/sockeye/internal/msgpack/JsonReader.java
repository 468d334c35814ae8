package org.sockeye.internal.msgpack;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import org.sockeye.internal.protocol.JsonText;
import org.sockeye.spi.InvalidPacketException;

/**
 * Reads MessagePack values as JSON texts, and sets their binary parts aside.
 *
 * <p>What JSON does not have becomes what {@code JSON.stringify} makes of it: a date is a string, NaN and infinity are null, an undefined
 * element is null, and an undefined member is left out. Whole numbers of 64 bits keep all of their digits. An extension that means nothing
 * here is an array of its number and its bytes, as npm's parser has it.
 *
 * <p>Nesting is followed by recursion, and bounded as it is in JSON. Since binary is marked by placeholders from here on, a client's own
 * object that looks like one is refused beside binary.
 */
final class JsonReader {

    /** As deep as JSON from a client may be. */
    static final int MAX_DEPTH = 500;

    private static final int FIX_STR = 0xa0;
    private static final int NEGATIVE = 0xe0;
    /** A day further from 1970 is none in JavaScript. */
    private static final long LAST_MILLISECOND = 8_640_000_000_000_000L;

    private static final DateTimeFormatter DATE =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private static final String MARK = "\"_placeholder\"";

    private final Input in;
    private final int maxAttachments;
    private final List<byte[]> attachments = new ArrayList<>(0);
    private final StringBuilder out = new StringBuilder();
    private int depth; // one thread reads one message
    private boolean marked; // confined, as said

    JsonReader(Input in, int maxAttachments) {
        this.in = in;
        this.maxAttachments = maxAttachments;
    }

    /** The binary parts of what was read since the last call of this. */
    List<byte[]> takeAttachments() throws InvalidPacketException {
        if (marked && !attachments.isEmpty()) {
            throw new InvalidPacketException("illegal placeholder");
        }
        List<byte[]> taken = List.copyOf(attachments);
        attachments.clear();
        marked = false;
        return taken;
    }

    /** The next value as JSON; nothing for undefined. */
    String read() throws InvalidPacketException {
        out.setLength(0);
        value();
        return out.toString();
    }

    /** The elements of the next value, which {@link #isArray}. */
    List<String> readElements() throws InvalidPacketException {
        int size = arraySize(in.code());
        List<String> elements = new ArrayList<>(Math.min(size, 16));
        depth = 1;
        for (int i = 0; i < size; i++) {
            String element = read();
            elements.add(element.isEmpty() ? "null" : element);
        }
        depth = 0;
        return elements;
    }

    static boolean isArray(int code) {
        return code >> 4 == 0x9 || code == 0xdc || code == 0xdd;
    }

    private int arraySize(int code) throws InvalidPacketException {
        return code < FIX_STR ? in.bounded(code & 0xf, 1) : in.length(code == 0xdc ? 2 : 4, 1);
    }

    /** How many members a map has that begins with this code; -1 if none does. */
    int mapSize(int code) throws InvalidPacketException {
        return switch (code) {
            case 0xde -> in.length(2, 2);
            case 0xdf -> in.length(4, 2);
            default -> code >> 4 == 0x8 ? in.bounded(code & 0xf, 2) : -1;
        };
    }

    private void value() throws InvalidPacketException {
        int code = in.code();
        if (code < 0x80 || code >= NEGATIVE) {
            out.append((byte) code);
        } else if (isArray(code)) {
            array(arraySize(code));
        } else if (code < 0x90 || code == 0xde || code == 0xdf) {
            map(mapSize(code));
        } else if (code < 0xc0) {
            string(code & 0x1f);
        } else {
            coded(code);
        }
    }

    private void coded(int code) throws InvalidPacketException {
        switch (code) {
            case 0xc0 -> out.append("null");
            case 0xc2 -> out.append(false);
            case 0xc3 -> out.append(true);
            case 0xc4, 0xc5, 0xc6 -> binary(in.length(1 << (code - 0xc4), 1));
            case 0xc7, 0xc8, 0xc9 -> extension(in.length(1 << (code - 0xc7), 1));
            case 0xca -> number(Float.intBitsToFloat((int) in.signed(4)));
            case 0xcb -> number(Double.longBitsToDouble(in.signed(8)));
            case 0xcc, 0xcd, 0xce, 0xcf -> out.append(Long.toUnsignedString(in.unsigned(1 << (code - 0xcc))));
            case 0xd0, 0xd1, 0xd2, 0xd3 -> out.append(in.signed(1 << (code - 0xd0)));
            case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> fixedExtension(1 << (code - 0xd4));
            case 0xd9, 0xda, 0xdb -> string(in.length(1 << (code - 0xd9), 1));
            default -> throw new InvalidPacketException("no value begins with " + code);
        }
    }

    private void number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            out.append("null");
        } else if (value == Math.rint(value) && Math.abs(value) < 0x1p63) {
            out.append((long) value);
        } else {
            out.append(value);
        }
    }

    private void string(int length) throws InvalidPacketException {
        out.append(JsonText.quote(in.text(length)));
    }

    private void binary(int length) throws InvalidPacketException {
        if (attachments.size() == maxAttachments) {
            throw new InvalidPacketException("too many attachments");
        }
        out.append("{\"_placeholder\":true,\"num\":").append(attachments.size()).append('}');
        attachments.add(in.bytes(length));
    }

    /** Of type 0 an ArrayBuffer, in Node.js. */
    private void extension(int length) throws InvalidPacketException {
        long type = in.signed(1);
        if (type == 0) {
            binary(length);
        } else {
            unknown(type, length);
        }
    }

    /** Of type 0 what JavaScript has beyond JSON. */
    private void fixedExtension(int length) throws InvalidPacketException {
        long type = in.signed(1);
        if (type == 0 && length == 1) {
            in.bytes(length); // undefined
        } else if (type == 0 && length == 8) {
            date(in.signed(8));
        } else {
            unknown(type, length);
        }
    }

    private void unknown(long type, int length) throws InvalidPacketException {
        out.append('[').append(type).append(',');
        binary(length);
        out.append(']');
    }

    private void date(long millisecond) {
        if (Math.abs(millisecond) > LAST_MILLISECOND || millisecond == Long.MIN_VALUE) {
            out.append("null");
        } else {
            out.append('"')
                    .append(DATE.format(Instant.ofEpochMilli(millisecond)))
                    .append('"');
        }
    }

    private void array(int size) throws InvalidPacketException {
        enter();
        out.append('[');
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                out.append(',');
            }
            int start = out.length();
            value();
            if (out.length() == start) {
                out.append("null");
            }
        }
        out.append(']');
        depth--;
    }

    private void map(int size) throws InvalidPacketException {
        enter();
        out.append('{');
        int first = out.length();
        for (int i = 0; i < size; i++) {
            int before = out.length();
            if (before > first) {
                out.append(',');
            }
            member(before);
        }
        out.append('}');
        depth--;
    }

    /** Appends a member, or takes back what was appended if its value is undefined. */
    private void member(int before) throws InvalidPacketException {
        String name = key();
        int start = out.append(name).append(':').length();
        value();
        if (out.length() == start) {
            out.setLength(before);
        } else if (name.equals(MARK) && out.length() == start + 4 && out.charAt(start) == 't') {
            marked = true;
        }
    }

    /** The name of a member as JSON. JavaScript makes a name of anything; here of what has a text of its own. */
    String key() throws InvalidPacketException {
        int code = in.peek();
        boolean number = code < 0x80 || code >= NEGATIVE || (code >= 0xca && code < 0xd4);
        boolean text = code >> 5 == 0x5 || (code >= 0xd9 && code <= 0xdb);
        boolean literal = code == 0xc0 || code == 0xc2 || code == 0xc3;
        if (!number && !text && !literal) {
            throw new InvalidPacketException("no name of a member begins with " + code);
        }
        int start = out.length();
        value();
        String name = out.substring(start);
        out.setLength(start);
        return text ? name : '"' + name + '"';
    }

    private void enter() throws InvalidPacketException {
        if (++depth > MAX_DEPTH) {
            throw new InvalidPacketException("nested too deep");
        }
    }
}
