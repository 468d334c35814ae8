package org.sockeye;

/** Receives an event with whatever arguments it has. See {@link Socket#on(String, EventListener)}. */
@FunctionalInterface
public interface EventListener {

    /**
     * Called on the server's dispatch; the events of one client one after the other, in the order sent.
     *
     * @throws Exception is logged, and disturbs neither the socket nor other listeners
     */
    void received(SocketEvent event) throws Exception;
}
