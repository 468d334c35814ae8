package org.sockeye;

/** Told once when a socket is gone. */
@FunctionalInterface
public interface DisconnectListener {

    /**
     * Called on the server's dispatch after every event of this socket that was delivered; the socket has left its rooms.
     *
     * @throws Exception is logged, and does not disturb other listeners
     */
    void disconnected(DisconnectReason reason) throws Exception;
}
