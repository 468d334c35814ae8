package org.sockeye;

/** Decides which events of a socket reach its listeners. See {@link Socket#use}. */
@FunctionalInterface
public interface EventMiddleware {

    /**
     * Looks at an event; returning lets it pass. Called on the server's dispatch, the events of one client one after the other, in the order
     * sent.
     *
     * @throws Exception to refuse the event: the error listeners are told, and neither a further middleware, a listener nor an observer receives
     *     it. The client learns nothing, unless it asked for an acknowledgement and this method answers it before it throws.
     */
    void check(SocketEvent event) throws Exception;
}
