package org.sockeye.internal.json;

import java.util.Base64;
import java.util.List;

/**
 * Replaces the placeholders of a text by the attachments themselves, as base64: what a JSON-B provider reads into a {@code byte[]}.
 *
 * <p>The text is copied token by token and never searched, so that a string that looks like a placeholder remains a string.
 */
final class Placeholders {

    private final JsonScanner scanner;
    private final Attachments attachments;
    private final StringBuilder out;
    // One thread reads one text.
    private int depth;

    private Placeholders(String json, List<byte[]> attachments) {
        this.scanner = new JsonScanner(json);
        this.attachments = new Attachments(attachments);
        this.out = new StringBuilder(json.length());
    }

    /** The text as a provider can read it: bounded, and without placeholders. */
    static String inline(String json, List<byte[]> attachments) {
        if (attachments.isEmpty()) {
            Limits.check(json);
            return json;
        }
        Placeholders copy = new Placeholders(json, attachments);
        copy.value();
        copy.scanner.end();
        return copy.out.toString();
    }

    private void value() {
        switch (scanner.peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> out.append(scanner.rawString());
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> out.append(scanner.number());
        }
    }

    private void literal(String literal) {
        scanner.literal(literal);
        out.append(literal);
    }

    private void array() {
        Limits.checkDepth(++depth);
        scanner.expect('[');
        out.append('[');
        boolean first = true;
        while (scanner.more(']', first)) {
            separate(first);
            value();
            first = false;
        }
        out.append(']');
        depth--;
    }

    private void separate(boolean first) {
        if (!first) {
            out.append(',');
        }
    }

    /** Whether an object is a placeholder is known when it ends; what was copied of it is then taken back. */
    private void object() {
        Limits.checkDepth(++depth);
        int start = out.length();
        boolean marked = false;
        String number = "";
        scanner.expect('{');
        out.append('{');
        boolean first = true;
        while (scanner.more('}', first)) {
            separate(first);
            String name = scanner.string();
            String value = member(name);
            marked = name.equals(Attachments.MARK) ? value.equals("true") : marked;
            number = name.equals(Attachments.NUMBER) ? value : number;
            first = false;
        }
        out.append('}');
        depth--;
        if (marked) {
            replace(start, number);
        }
    }

    /** Copies one member; answers the text of its value if that may belong to a placeholder. */
    private String member(String name) {
        scanner.expect(':');
        JsonText.appendString(out, name);
        out.append(':');
        int start = out.length();
        value();
        boolean matters = name.equals(Attachments.MARK) || name.equals(Attachments.NUMBER);
        return matters ? out.substring(start, Math.min(out.length(), start + 12)) : "";
    }

    private void replace(int start, String number) {
        byte[] bytes = attachments.take(index(number));
        out.setLength(start);
        out.append('"').append(Base64.getEncoder().encodeToString(bytes)).append('"');
    }

    private static int index(String number) {
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : -1;
    }
}
