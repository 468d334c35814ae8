package org.sockeye;

/** Told of each socket once it is connected. */
@FunctionalInterface
public interface ConnectionListener {

    /**
     * Called on the server's dispatch, before any event of this socket is delivered.
     *
     * @throws Exception is logged, and disturbs neither the socket nor other listeners
     */
    void connected(Socket socket) throws Exception;
}
