package org.sockeye;

import org.jspecify.annotations.Nullable;

/**
 * Receives an event with two arguments, each bound to its type.
 *
 * @param <A> the type of the first argument
 * @param <B> the type of the second argument
 */
@FunctionalInterface
public non-sealed interface EventListener2<A extends @Nullable Object, B extends @Nullable Object>
        extends SocketListener {

    /**
     * Called on the server's dispatch; the events of one client one after the other, in the order sent.
     *
     * @throws Exception is told to the error listeners, or logged, and disturbs neither the socket nor other listeners
     */
    void received(A first, B second, SocketEvent event) throws Exception;
}
