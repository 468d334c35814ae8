package org.sockeye;

import org.jspecify.annotations.Nullable;

/** Thrown by a {@link Middleware} to refuse a client, which receives message and data in its {@code connect_error}. */
public class ConnectionRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object data;

    /** Refuses with a message, which reaches the client as {@code error.message}. */
    public ConnectionRefusedException(String message) {
        this(message, null);
    }

    /** Refuses with more than a message; {@code data} is written as JSON, and reaches the client as {@code error.data}. */
    public ConnectionRefusedException(String message, @Nullable Object data) {
        super(message);
        this.data = data;
    }

    /** What the client is told beside the message. */
    public @Nullable Object data() {
        return data;
    }
}
