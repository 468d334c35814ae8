package org.sockeye;

/** Told of each socket once it is connected. */
@FunctionalInterface
public interface ConnectionListener {

    /**
     * Called on the server's dispatch, before any event of this socket is delivered. The client has been told of its connection by
     * then, and events of other clients may be handled meanwhile: a broadcast to a room that is joined here may just miss it.
     *
     * @throws Exception is told to the error listeners, or logged, and disturbs neither the socket nor other listeners
     */
    void connected(Socket socket) throws Exception;
}
