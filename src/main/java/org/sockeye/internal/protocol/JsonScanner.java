package org.sockeye.internal.protocol;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks that a text is one JSON value, as RFC 8259 and {@code JSON.parse} have it, and notes where the elements of a top-level
 * array are. Builds no tree.
 *
 * <p>Each character is looked at once. Nesting is followed by recursion, and bounded, so that no client can exhaust the stack: neither
 * here nor in a JSON codec that reads the text later.
 *
 * <p>Where attachments are announced, every object with {@code "_placeholder":true} must be exactly a placeholder, whose
 * {@code num} is the index of one of them, and each of them must have exactly one.
 */
final class JsonScanner {

    /** The deepest nesting of arrays and objects that is accepted. */
    static final int MAX_DEPTH = 500;

    private static final String INVALID = "invalid payload";
    private static final String PLACEHOLDER = "_placeholder";
    private static final String NUM = "num";
    /** No escape of a character is longer than this. */
    private static final int ESCAPE_LENGTH = 6;

    private final String text;
    private final int end;
    private final int attachments;
    private final Set<Integer> placeholders = new HashSet<>();
    /** Where the scan is. A scanner is confined to one thread, and so are the following. */
    private int at;

    private int depth; // confined, as said
    /** Start and end of each element of the top-level array. */
    private int[] bounds = new int[8];

    private int elements; // confined, as said

    private JsonScanner(String text, int from, int attachments) {
        this.text = text;
        this.at = from;
        this.end = text.length();
        this.attachments = attachments;
    }

    /** Takes the rest of a text as an array, in which each of the attachments has its place. */
    static JsonArray array(String text, int from, int attachments) throws MalformedPacketException {
        JsonScanner scanner = new JsonScanner(text, from, attachments);
        scanner.skipSpace();
        if (scanner.peek() != '[') {
            throw new MalformedPacketException(INVALID);
        }
        scanner.document();
        if (scanner.placeholders.size() != attachments) {
            throw illegalAttachments();
        }
        return scanner.elements == 0 ? JsonArray.of(List.of()) : scanner.result();
    }

    /** Takes the rest of a text as one value that begins with one of these characters. */
    static String value(String text, int from, String firsts) throws MalformedPacketException {
        JsonScanner scanner = new JsonScanner(text, from, 0);
        scanner.skipSpace();
        if (firsts.indexOf(scanner.peek()) < 0) {
            throw new MalformedPacketException(INVALID);
        }
        scanner.document();
        return text.substring(from).strip();
    }

    private JsonArray result() {
        int[] exact = Arrays.copyOf(bounds, elements * 2);
        return new JsonArray(text, exact);
    }

    private void document() throws MalformedPacketException {
        value();
        skipSpace();
        if (at != end) {
            throw invalid();
        }
    }

    private void value() throws MalformedPacketException {
        char c = peek();
        switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void array() throws MalformedPacketException {
        enter();
        boolean top = depth == 1;
        if (peek() == ']') {
            leave();
            return;
        }
        while (true) {
            int start = at;
            value();
            if (top) {
                note(start, at);
            }
            skipSpace();
            if (peek() == ']') {
                leave();
                return;
            }
            separator(',');
        }
    }

    private void object() throws MalformedPacketException {
        enter();
        if (peek() == '}') {
            leave();
            return;
        }
        int members = 0;
        boolean placeholder = false;
        int num = -1;
        while (true) {
            int key = at;
            string();
            int keyEnd = at;
            skipSpace();
            separator(':');
            int start = at;
            value();
            members++;
            if (attachments > 0) {
                placeholder |= isKey(key, keyEnd, PLACEHOLDER) && isTrue(start);
                num = isKey(key, keyEnd, NUM) ? attachmentIndex(start) : num;
            }
            skipSpace();
            if (peek() == '}') {
                leave();
                break;
            }
            separator(',');
        }
        if (placeholder) {
            notePlaceholder(num, members);
        }
    }

    /** Goes behind an opening bracket and the white space that follows. */
    private void enter() throws MalformedPacketException {
        if (++depth > MAX_DEPTH) {
            throw invalid();
        }
        at++;
        skipSpace();
    }

    private void leave() {
        at++;
        depth--;
    }

    private void separator(char expected) throws MalformedPacketException {
        expect(expected);
        skipSpace();
    }

    private void string() throws MalformedPacketException {
        expect('"');
        while (true) {
            char c = next();
            if (c == '"') {
                return;
            }
            if (c < ' ') {
                throw invalid();
            }
            if (c == '\\') {
                escape();
            }
        }
    }

    private void escape() throws MalformedPacketException {
        char c = next();
        if (c == 'u') {
            for (int i = 0; i < 4; i++) {
                if (Character.digit(next(), 16) < 0 || text.charAt(at - 1) > 'f') {
                    throw invalid();
                }
            }
        } else if ("\"\\/bfnrt".indexOf(c) < 0) {
            throw invalid();
        }
    }

    private void number() throws MalformedPacketException {
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
    }

    private void digits() throws MalformedPacketException {
        int start = at;
        while (isDigit(peek())) {
            at++;
        }
        if (at == start) {
            throw invalid();
        }
    }

    private void literal(String word) throws MalformedPacketException {
        if (!text.startsWith(word, at)) {
            throw invalid();
        }
        at += word.length();
    }

    private void skipSpace() {
        while (at < end && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char expected) throws MalformedPacketException {
        if (next() != expected) {
            throw invalid();
        }
    }

    private char next() throws MalformedPacketException {
        if (at == end) {
            throw invalid();
        }
        return text.charAt(at++);
    }

    /** The character to come; at the end NUL, which JSON allows nowhere. */
    private char peek() {
        return at < end ? text.charAt(at) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void note(int from, int to) {
        if (elements * 2 == bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
        }
        bounds[elements * 2] = from;
        bounds[elements * 2 + 1] = to;
        elements++;
    }

    private boolean isKey(int from, int to, String name) {
        int length = to - from;
        if (length - 2 == name.length()) {
            return text.startsWith(name, from + 1);
        }
        return length - 2 <= name.length() * ESCAPE_LENGTH
                && text.substring(from, to).indexOf('\\') >= 0
                && JsonText.unquote(text.substring(from, to)).equals(name);
    }

    private boolean isTrue(int from) {
        return at - from == 4 && text.startsWith("true", from);
    }

    /** The value that was just read, if it is the index of an attachment; otherwise -1. */
    private int attachmentIndex(int from) {
        int index = 0;
        for (int i = from; i < at; i++) {
            if (!isDigit(text.charAt(i)) || index >= attachments) {
                return -1;
            }
            index = index * 10 + text.charAt(i) - '0';
        }
        return index < attachments ? index : -1;
    }

    private void notePlaceholder(int num, int members) throws MalformedPacketException {
        if (num < 0 || members != 2 || !placeholders.add(num)) {
            throw illegalAttachments();
        }
    }

    private static MalformedPacketException invalid() {
        return new MalformedPacketException(INVALID);
    }

    private static MalformedPacketException illegalAttachments() {
        return new MalformedPacketException("illegal attachments");
    }
}
