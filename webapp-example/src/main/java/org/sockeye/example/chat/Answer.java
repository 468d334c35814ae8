package org.sockeye.example.chat;

/** Answers an event of a page: whether it was accepted, and if not, what its user is told. */
public record Answer(boolean accepted, String problem) {

    static Answer yes() {
        return new Answer(true, "");
    }

    static Answer no(String problem) {
        return new Answer(false, problem);
    }
}
