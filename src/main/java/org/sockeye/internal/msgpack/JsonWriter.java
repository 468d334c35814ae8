package org.sockeye.internal.msgpack;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockeye.internal.protocol.JsonText;

/**
 * Writes a well-formed JSON text as MessagePack, each placeholder as the bytes that it stands for.
 *
 * <p>MessagePack says before a container how much is in it, and JSON does not: so the text is read twice, first to count. Neither
 * reading is a recursion. A number becomes what JavaScript would make of it, but whole numbers of 64 bits keep all of their digits.
 */
final class JsonWriter {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\s*(?:\"_placeholder\"\\s*:\\s*true\\s*,\\s*\"num\"\\s*:\\s*(\\d{1,6})"
                    + "|\"num\"\\s*:\\s*(\\d{1,6})\\s*,\\s*\"_placeholder\"\\s*:\\s*true)\\s*}");

    private static final double TWO_TO_63 = 0x1p63;

    private final String json;
    private final List<byte[]> attachments;
    private final Output out;
    private final int[] sizes;
    private int at; // one thread writes one text
    private int container; // confined, as said

    private JsonWriter(String json, List<byte[]> attachments, Output out) {
        this.json = json;
        this.attachments = attachments;
        this.out = out;
        this.sizes = sizes(json);
    }

    static void write(String json, List<byte[]> attachments, Output out) {
        new JsonWriter(json, attachments, out).write();
    }

    /** How many elements or members each container has, in the order in which they begin. */
    private static int[] sizes(String json) {
        int[] sizes = new int[8];
        int[] open = new int[8];
        int count = 0;
        int depth = 0;
        char last = ' ';
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (c) {
                case '[', '{' -> {
                    sizes = withRoom(sizes, count);
                    open = withRoom(open, depth);
                    open[depth++] = count++;
                }
                case ']', '}' -> sizes[open[--depth]] += last == '[' || last == '{' ? 0 : 1;
                case ',' -> sizes[open[depth - 1]]++;
                case '"' -> i = endOfString(json, i) - 1;
                default -> {}
            }
            last = isSpace(c) ? last : c;
        }
        return sizes;
    }

    private static int[] withRoom(int[] numbers, int needed) {
        return needed < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * needed);
    }

    private void write() {
        while (at < json.length()) {
            char c = json.charAt(at);
            switch (c) {
                case ' ', '\t', '\r', '\n', ',', ':', ']', '}' -> at++;
                case '[' -> array();
                case '{' -> object();
                case '"' -> string();
                case 't', 'f' -> bool(c == 't');
                case 'n' -> nil();
                default -> number();
            }
        }
    }

    private void array() {
        out.array(sizes[container++]);
        at++;
    }

    private void object() {
        int size = sizes[container++];
        int attachment = size == 2 && !attachments.isEmpty() ? attachment() : -1;
        if (attachment < 0) {
            out.map(size);
            at++;
        } else {
            out.bytes(attachments.get(attachment));
        }
    }

    /** The number of the attachment whose placeholder begins here, behind which the text then continues; or -1. */
    private int attachment() {
        Matcher placeholder = PLACEHOLDER.matcher(json).region(at, json.length());
        if (!placeholder.lookingAt()) {
            return -1;
        }
        String first = placeholder.group(1);
        int number = Integer.parseInt(first == null ? placeholder.group(2) : first);
        if (number >= attachments.size()) {
            return -1;
        }
        at = placeholder.end();
        return number;
    }

    private void string() {
        int end = endOfString(json, at);
        out.string(JsonText.unquote(json.substring(at, end)));
        at = end;
    }

    private void bool(boolean value) {
        out.bool(value);
        at += value ? 4 : 5;
    }

    private void nil() {
        out.nil();
        at += 4;
    }

    private void number() {
        int start = at;
        boolean whole = true;
        while (at < json.length() && ",]} \t\r\n".indexOf(json.charAt(at)) < 0) {
            char c = json.charAt(at++);
            whole &= c == '-' || (c >= '0' && c <= '9');
        }
        String text = json.substring(start, at);
        if (whole && text.length() <= 18) {
            out.integer(Long.parseLong(text));
        } else if (!(whole && text.length() <= 20 && isWritten(new BigInteger(text)))) {
            number(Double.parseDouble(text));
        }
    }

    private boolean isWritten(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            out.integer(value.longValue());
        } else if (value.signum() > 0 && value.bitLength() == Long.SIZE) {
            out.unsigned(value.longValue());
        } else {
            return false;
        }
        return true;
    }

    private void number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < TWO_TO_63) {
            out.integer((long) value);
        } else {
            out.number(value);
        }
    }

    /** The index behind the quote that ends the string that begins at {@code start}. */
    private static int endOfString(String json, int start) {
        int end = start + 1;
        while (json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
