package org.sockeye.example.chat;

/** Answers a page: {@code {}}, or what is wrong, in the shape in which Sockeye answers what it refuses itself. */
public record Answer(Problem error) {

    /** What is wrong, for programs and for people. */
    public record Problem(String code, String message) {}

    static Answer yes() {
        return new Answer(null);
    }

    static Answer no(String message) {
        return new Answer(new Problem("refused", message));
    }
}
