package org.sockeye;

/** What happens to a client that does not read, when as much waits for it as may: the setting {@code outboxPolicy}. */
public enum OutboxPolicy {
    /** The session is closed, for the reason {@link DisconnectReason#OUTBOX_FULL}. Volatile events never wait. */
    CLOSE,
    /** Volatile events wait as others do, and the oldest of them are dropped to make room; if that is not enough the session is closed. */
    DROP_VOLATILE
}
