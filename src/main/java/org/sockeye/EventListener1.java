package org.sockeye;

import org.jspecify.annotations.Nullable;

/**
 * Receives an event with one argument, bound to its type.
 *
 * @param <A> the type of the first argument
 */
@FunctionalInterface
public non-sealed interface EventListener1<A extends @Nullable Object> extends SocketListener {

    /**
     * Called on the server's dispatch; the events of one client one after the other, in the order sent.
     *
     * @throws Exception is told to the error listeners, or logged, and disturbs neither the socket nor other listeners
     */
    void received(A first, SocketEvent event) throws Exception;
}
