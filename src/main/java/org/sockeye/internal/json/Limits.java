package org.sockeye.internal.json;

import org.sockeye.PayloadException;

/** What JSON may cost, before anything is built from it: recursion is bounded by depth, and numbers by their length. */
final class Limits {

    /** Both JSON-B providers recurse; Johnzon overflows a usual stack somewhat beyond 500. */
    static final int DEPTH = 500;

    /** {@code BigInteger} and {@code BigDecimal} take quadratic time; a double needs 17 digits. */
    static final int NUMBER_LENGTH = 1000;

    /** {@code e-308} is the longest that a double has; a few characters of exponent make a BigInteger of gigabytes. */
    private static final int EXPONENT_LENGTH = 5;

    private Limits() {}

    /** Reads over well-formed JSON once, in linear time. */
    static void check(String json) {
        int depth = 0;
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            if (c == '"') {
                at = endOfString(json, at);
            } else if (c == '{' || c == '[') {
                checkDepth(++depth);
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (isNumeric(c) && c != 'e') {
                at = endOfNumber(json, at) - 1;
            }
        }
    }

    static void checkDepth(int depth) {
        if (depth > DEPTH) {
            throw new PayloadException("JSON is nested deeper than " + DEPTH + " levels");
        }
    }

    /** The index behind the number that begins at {@code start}, after a look at its size. */
    static int endOfNumber(String json, int start) {
        int end = start;
        int exponent = json.length();
        while (end < json.length() && isNumeric(json.charAt(end))) {
            exponent = (json.charAt(end) | ' ') == 'e' ? end : exponent;
            end++;
        }
        if (end - start > NUMBER_LENGTH || end - exponent > EXPONENT_LENGTH) {
            throw new PayloadException("JSON holds a number that is too long, or too big");
        }
        return end;
    }

    private static boolean isNumeric(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }

    /** The index of the quote that ends the string that begins at {@code start}; the end of the text if there is none. */
    static int endOfString(String json, int start) {
        int quote = json.indexOf('"', start + 1);
        while (quote >= 0 && isEscaped(json, quote, start)) {
            quote = json.indexOf('"', quote + 1);
        }
        return quote < 0 ? json.length() : quote;
    }

    private static boolean isEscaped(String json, int quote, int start) {
        int backslashes = 0;
        while (quote - 1 - backslashes > start && json.charAt(quote - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return (backslashes & 1) == 1;
    }
}
