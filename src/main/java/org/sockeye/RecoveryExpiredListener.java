package org.sockeye;

/** Told of each client that could have come back to its socket, and has not. */
@FunctionalInterface
public interface RecoveryExpiredListener {

    /**
     * Called on the server's dispatch, after the disconnect listeners of that socket, once its time is over, or others took its place (setting
     * {@code maxRecoverableSessions}), or its client came back and could not be recovered. Not called when the server stops.
     *
     * @throws Exception is told to the server's error listeners, and does not disturb other listeners
     */
    void expired(ExpiredSession session) throws Exception;
}
