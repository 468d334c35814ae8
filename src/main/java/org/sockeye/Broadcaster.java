package org.sockeye;

import org.jspecify.annotations.Nullable;

/**
 * A choice of sockets of one namespace, and what may be done to all of them.
 *
 * <p>Immutable and safe for any thread: every method but {@link #emit} answers a new choice. Without a room the
 * choice is everyone in the namespace; several rooms are their union, and a socket that is in two of them is reached once.
 */
public interface Broadcaster {

    /** Adds the sockets in any of these rooms. A socket's id is a room that holds only that socket. */
    Broadcaster to(String... rooms);

    /** The same as {@link #to}. */
    Broadcaster in(String... rooms);

    /** Leaves out the sockets in any of these rooms. */
    Broadcaster except(String... rooms);

    /** May lose the events: whoever cannot be written to at once is not told of them. See {@link Socket#asVolatile()}. */
    Broadcaster asVolatile();

    /** Has the events compressed or not. See {@link Socket#compress}. */
    Broadcaster compress(boolean compress);

    /**
     * Sends an event to every chosen socket.
     *
     * <p>The arguments are encoded once, for all, when this method returns; an array is one argument unless it is an
     * {@code Object[]}. Events that one thread emits reach one client in that order.
     *
     * @throws IllegalArgumentException if the event's name is reserved
     * @throws PayloadException if an argument cannot be written as JSON; nothing was sent then
     */
    void emit(String event, @Nullable Object... arguments);
}
