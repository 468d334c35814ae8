package org.sockeye;

/** Receives an event with whatever arguments it has. See {@link Socket#on(String, EventListener)}. */
@FunctionalInterface
public non-sealed interface EventListener extends SocketListener {

    /**
     * Called on the server's dispatch; the events of one client one after the other, in the order sent.
     *
     * @throws Exception is told to the error listeners, or logged, and disturbs neither the socket nor other listeners
     */
    void received(SocketEvent event) throws Exception;
}
