package org.sockeye.internal.engine;

/** What carries a session's packets to the client at the moment. */
interface Carrier {

    /** Whether a write could start now. */
    boolean isReady();

    /**
     * Starts at most one write, of what waits. Called by the outbox only, never twice at a time.
     *
     * @param ending whether the outbox took its last frame before this call
     * @return whether nothing is left to write, a farewell of an outbox that ends included
     */
    boolean pump(Outbox outbox, boolean ending);

    /** Tells the client that the session is over. Idempotent; may come while a write is in flight, which it does not wait for. */
    void close(CloseReason reason);
}
