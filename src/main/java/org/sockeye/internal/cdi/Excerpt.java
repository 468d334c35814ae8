package org.sockeye.internal.cdi;

/** Texts that a client had a hand in, made fit for a log line: no control characters, and short. */
final class Excerpt {

    private static final int MAX_LENGTH = 100;

    private Excerpt() {}

    static String of(String text) {
        StringBuilder excerpt = new StringBuilder();
        text.chars().limit(MAX_LENGTH).forEach(c -> append(excerpt, (char) c));
        return text.length() > MAX_LENGTH ? excerpt.append("...").toString() : excerpt.toString();
    }

    private static void append(StringBuilder excerpt, char c) {
        if (c < ' ' || c >= 0x7f) {
            excerpt.append(String.format("\\u%04x", (int) c));
        } else {
            excerpt.append(c);
        }
    }
}
