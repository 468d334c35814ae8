package org.sockeye;

import org.jspecify.annotations.Nullable;

/** Told once when something is over: a socket ({@link Socket#onDisconnect}), or a session ({@link EngineSocket#onClose}). */
@FunctionalInterface
public interface DisconnectListener {

    /**
     * Called on the server's dispatch; for a socket after every event of it that was delivered.
     *
     * @param reason why it is over
     * @param description what more is known of that, such as the code with which a WebSocket was closed, in words for a log; {@code null} when
     *     there is nothing to add
     * @throws Exception is told to the error listeners, or logged, and does not disturb other listeners
     */
    void disconnected(DisconnectReason reason, @Nullable String description) throws Exception;
}
