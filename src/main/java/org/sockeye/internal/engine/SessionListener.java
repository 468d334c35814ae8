package org.sockeye.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a session tells the layer above. Calls of one session never overlap, and come in the order in which packets arrived,
 * on the thread that read them; {@link #closed} is the last, and may come from any thread.
 */
public interface SessionListener {

    /** A text message. */
    void received(String text);

    /** A binary message; the array belongs to the receiver. */
    void received(byte[] data);

    /**
     * What entitled the client to the session is gone: takes leave of the client, if there is a way to, before the session is closed. Unlike the others from
     * any thread, at any time.
     */
    default void revoked() {}

    /** The session is over. Called once. */
    void closed(CloseReason reason, @Nullable String description);

    /** Makes the listener of a new session, before its first packet is read. */
    @FunctionalInterface
    interface Factory {
        SessionListener opened(Connection connection);
    }
}
