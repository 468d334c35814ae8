package org.sockeye.example.chat;

import java.util.Optional;

/** Makes what people typed fit to be passed on, or refuses it. A page shows it as text, never as HTML. */
final class Input {

    private Input() {}

    /** One line of 1 to {@code longest} characters, or empty. */
    static Optional<String> line(String typed, int longest) {
        return text(typed, longest).map(text -> text.replaceAll("[\\p{Cntrl}\\s]+", " "));
    }

    /** Text of 1 to {@code longest} characters, or empty. */
    static Optional<String> text(String typed, int longest) {
        return Optional.ofNullable(typed)
                .filter(text -> text.length() <= longest)
                .map(text -> text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip())
                .filter(text -> !text.isEmpty());
    }
}
