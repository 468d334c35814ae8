package org.sockeye.internal.protocol;

/** Strings as JSON texts, and back. */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** A string as JSON. A surrogate without its partner is escaped, since UTF-8 has no form for it. */
    public static String quote(String string) {
        StringBuilder json = new StringBuilder(string.length() + 2).append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ' || isLoneSurrogate(string, i)) {
                        appendEscape(json, c);
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }

    /** The string that a well-formed JSON string stands for; any other JSON value as it is. */
    public static String unquote(String json) {
        if (!json.startsWith("\"")) {
            return json;
        }
        int end = json.length() - 1;
        if (json.indexOf('\\') < 0) {
            return json.substring(1, end);
        }
        StringBuilder string = new StringBuilder(end);
        int at = 1;
        while (at < end) {
            char c = json.charAt(at++);
            if (c != '\\') {
                string.append(c);
                continue;
            }
            char escape = json.charAt(at++);
            string.append(escape == 'u' ? (char) Integer.parseInt(json, at, at + 4, 16) : meaning(escape));
            at += escape == 'u' ? 4 : 0;
        }
        return string.toString();
    }

    private static char meaning(char escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }

    private static boolean isLoneSurrogate(String string, int at) {
        char c = string.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == string.length() || !Character.isLowSurrogate(string.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(string.charAt(at - 1)));
    }

    private static void appendEscape(StringBuilder json, char c) {
        json.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            json.append(HEX.charAt(c >> shift & 0xf));
        }
    }
}
