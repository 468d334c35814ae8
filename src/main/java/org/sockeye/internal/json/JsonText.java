package org.sockeye.internal.json;

/** Strings and numbers as {@code JSON.stringify} writes them. */
final class JsonText {

    private static final double EXACT = 1L << 53;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    static void appendString(StringBuilder out, CharSequence text) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || isLoneSurrogate(text, i)) {
                out.append(text, from, i);
                appendEscape(out, c);
                from = i + 1;
            }
        }
        out.append(text, from, text.length()).append('"');
    }

    private static void appendEscape(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> appendUnicode(out, c);
        }
    }

    private static void appendUnicode(StringBuilder out, char c) {
        out.append("\\u")
                .append(HEX[c >> 12])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
    }

    private static boolean isLoneSurrogate(CharSequence text, int i) {
        char c = text.charAt(i);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** JSON written by others, in which a lone surrogate stands as it is; UTF-8 has no form for one. */
    static String withoutLoneSurrogates(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (isLoneSurrogate(json, i)) {
                return escapeSurrogates(json, i);
            }
        }
        return json;
    }

    private static String escapeSurrogates(String json, int first) {
        StringBuilder out = new StringBuilder(json.length() + 16).append(json, 0, first);
        for (int i = first; i < json.length(); i++) {
            if (isLoneSurrogate(json, i)) {
                appendUnicode(out, json.charAt(i));
            } else {
                out.append(json.charAt(i));
            }
        }
        return out.toString();
    }

    static void appendDouble(StringBuilder out, double value) {
        if (!Double.isFinite(value)) {
            out.append("null");
        } else if (value == (long) value && Math.abs(value) < EXACT) {
            out.append((long) value);
        } else {
            out.append(value);
        }
    }

    /** A float's own digits: as a double, 0.1f is 0.10000000149011612. */
    static void appendFloat(StringBuilder out, float value) {
        if (!Float.isFinite(value) || value == (long) value) {
            appendDouble(out, value);
        } else {
            out.append(value);
        }
    }
}
