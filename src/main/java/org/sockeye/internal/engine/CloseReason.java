package org.sockeye.internal.engine;

/** Why an Engine.IO session ended, in the reference server's words. */
public enum CloseReason {
    PING_TIMEOUT("ping timeout"),
    TRANSPORT_CLOSE("transport close"),
    TRANSPORT_ERROR("transport error"),
    PARSE_ERROR("parse error"),
    FORCED_CLOSE("forced close"),
    SERVER_SHUTTING_DOWN("server shutting down"),
    /** Not the reference server's: it lets wait whatever is sent. */
    OUTBOX_FULL("outbox full");

    private final String text;

    CloseReason(String text) {
        this.text = text;
    }

    /** The reason as the reference server writes it. */
    public String text() {
        return text;
    }
}
