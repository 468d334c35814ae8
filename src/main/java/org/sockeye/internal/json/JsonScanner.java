package org.sockeye.internal.json;

import org.sockeye.PayloadException;

/** Reads the tokens of a JSON text one after the other. Whatever is not JSON is a {@link PayloadException}. */
final class JsonScanner {

    static final char END = '\uffff';

    private final String json;
    // One thread reads one text.
    private int at;

    JsonScanner(String json) {
        this.json = json;
    }

    /** The first character of the next token, which stays to be read. */
    char peek() {
        while (at < json.length() && isSpace(json.charAt(at))) {
            at++;
        }
        return at < json.length() ? json.charAt(at) : END;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Reads {@code token} if it comes next. */
    boolean take(char token) {
        boolean there = peek() == token;
        if (there) {
            at++;
        }
        return there;
    }

    void expect(char token) {
        if (!take(token)) {
            throw malformed();
        }
    }

    /** Whether there is one more member or element before {@code close}; reads the comma before all but the first. */
    boolean more(char close, boolean first) {
        if (take(close)) {
            return false;
        }
        if (!first) {
            expect(',');
        }
        return true;
    }

    void literal(String literal) {
        peek();
        if (!json.startsWith(literal, at)) {
            throw malformed();
        }
        at += literal.length();
    }

    void end() {
        if (peek() != END) {
            throw malformed();
        }
    }

    /** Reads a number and answers its text. */
    String number() {
        peek();
        int start = at;
        at = Limits.endOfNumber(json, start);
        if (start == at) {
            throw malformed();
        }
        return json.substring(start, at);
    }

    /** Reads a string and answers what it says. */
    String string() {
        int start = startOfString();
        int end = Limits.endOfString(json, start);
        if (end >= json.length()) {
            throw malformed();
        }
        at = end + 1;
        int escape = json.indexOf('\\', start);
        return escape < 0 || escape > end ? json.substring(start + 1, end) : unescaped(start + 1, escape, end);
    }

    /** Reads a string and answers it as it stands there, with its quotes. */
    String rawString() {
        int start = startOfString();
        at = Math.min(Limits.endOfString(json, start) + 1, json.length());
        return json.substring(start, at);
    }

    private int startOfString() {
        if (peek() != '"') {
            throw malformed();
        }
        return at;
    }

    private String unescaped(int start, int firstEscape, int end) {
        StringBuilder text = new StringBuilder(end - start).append(json, start, firstEscape);
        for (int i = firstEscape; i < end; i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (json.charAt(++i) == 'u') {
                text.append(hex(i + 1, end));
                i += 4;
            } else {
                text.append(escaped(json.charAt(i)));
            }
        }
        return text.toString();
    }

    private char hex(int start, int end) {
        if (start + 4 > end) {
            throw malformed();
        }
        int code = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = Character.digit(json.charAt(i), 16);
            if (digit < 0) {
                throw malformed();
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private char escaped(char c) {
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw malformed();
        };
    }

    PayloadException malformed() {
        return new PayloadException("Malformed JSON at character " + at);
    }
}
