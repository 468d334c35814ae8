package org.sockeye.internal.cdi;

import org.jspecify.annotations.Nullable;

/** Texts that a client had a hand in, made fit for a log line: no control characters, and short. */
final class Excerpt {

    private Excerpt() {}

    /** The name of an event. */
    static String ofName(String name) {
        return of(name, 100);
    }

    /** Why something does not fit: begins with a type's name, and the codec quotes only a little of what came. */
    static String ofReason(@Nullable String reason) {
        return of(String.valueOf(reason), 250);
    }

    private static String of(String text, int length) {
        StringBuilder excerpt = new StringBuilder();
        text.chars().limit(length).forEach(c -> append(excerpt, (char) c));
        return text.length() > length ? excerpt.append("...").toString() : excerpt.toString();
    }

    private static void append(StringBuilder excerpt, char c) {
        if (c < ' ' || c >= 0x7f) {
            excerpt.append(String.format("\\u%04x", (int) c));
        } else {
            excerpt.append(c);
        }
    }
}
