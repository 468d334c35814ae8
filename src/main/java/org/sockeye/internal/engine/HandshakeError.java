package org.sockeye.internal.engine;

import org.sockeye.RefusalCause;

/** Why a request is refused: the reference server's codes, texts and statuses. */
public enum HandshakeError {
    UNKNOWN_TRANSPORT(0, 400, "Transport unknown", RefusalCause.UNKNOWN_TRANSPORT),
    UNKNOWN_SID(1, 400, "Session ID unknown", RefusalCause.UNKNOWN_SESSION),
    BAD_HANDSHAKE_METHOD(2, 400, "Bad handshake method", RefusalCause.BAD_METHOD),
    BAD_REQUEST(3, 400, "Bad request", RefusalCause.BAD_REQUEST),
    /** Not the reference server's, which takes any number of sessions; so it has the code and the text for what is none of the others. */
    TOO_MANY_SESSIONS(3, 503, "Bad request", RefusalCause.TOO_MANY_SESSIONS),
    FORBIDDEN(4, 403, "Forbidden", RefusalCause.FORBIDDEN),
    /** Not the reference server's, which lets whoever knows a session id take part in the session. */
    OTHER_PRINCIPAL(4, 403, "Forbidden", RefusalCause.PRINCIPAL),
    UNSUPPORTED_PROTOCOL_VERSION(5, 400, "Unsupported protocol version", RefusalCause.UNSUPPORTED_PROTOCOL);

    private final int code;
    private final int status;
    private final String message;
    private final RefusalCause cause;

    HandshakeError(int code, int status, String message, RefusalCause cause) {
        this.cause = cause;
        this.code = code;
        this.status = status;
        this.message = message;
    }

    /** The number that the client sees. */
    public int code() {
        return code;
    }

    /** Whether the reference server knows no such error. */
    public boolean isOurs() {
        return this == TOO_MANY_SESSIONS || this == OTHER_PRINCIPAL;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** What it is counted as. */
    RefusalCause cause() {
        return cause;
    }

    /** The text that the client sees. */
    public String message() {
        return message;
    }
}
