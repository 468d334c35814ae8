package org.sockeye;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A choice of sockets of one namespace, and what may be done to all of them, on all servers.
 *
 * <p>Immutable and safe for any thread: the methods that narrow or widen the choice, or say how it is sent to, answer a new one, in any
 * combination. Without a room the choice is everyone in the namespace; several rooms are their union, and a socket that is in two of
 * them is reached once. Before the server has started there is nobody to choose from.
 *
 * <p>Whatever answers a {@link CompletionStage} completes it on the server's dispatch.
 */
public interface Broadcaster {

    /** Adds the sockets in any of these rooms. A socket's id is a room that holds only that socket. */
    Broadcaster to(String... rooms);

    /** The same as {@link #to}. */
    Broadcaster in(String... rooms);

    /** Leaves out the sockets in any of these rooms. */
    Broadcaster except(String... rooms);

    /** Leaves out the sockets of other servers. */
    Broadcaster local();

    /** May lose the events: whoever cannot be written to at once is not told of them. See {@link Socket#asVolatile()}. */
    Broadcaster asVolatile();

    /** Has the events compressed or not. See {@link Socket#compress}. */
    Broadcaster compress(boolean compress);

    /**
     * Has a deadline of its own for answers, instead of the setting {@code ackTimeout}.
     *
     * @throws IllegalArgumentException unless it is positive
     */
    Broadcaster timeout(Duration deadline);

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

    /** Sends the event {@code message}. See {@link #emit}. */
    default void send(@Nullable Object... arguments) {
        emit("message", arguments);
    }

    /**
     * Sends an event to every chosen socket, and answers with all replies, in the order in which they came.
     *
     * <p>Where nobody is chosen that is an empty list, at once. Fails with {@link AckTimeoutException} when not all replied in time
     * ({@link #timeout}); its {@link AckTimeoutException#replies()} are those that came. A client that leaves does not reply.
     * Fails with {@link DisconnectedException} when the server is closed.
     *
     * <p>A handler may attach callbacks, and may wait, as {@link Socket#emitWithAck} says; with {@code dispatch=container} it cannot wait for
     * a choice that includes its own client.
     *
     * @throws IllegalArgumentException if the event's name is reserved
     * @throws PayloadException if an argument cannot be written as JSON; nothing was sent then
     */
    CompletionStage<List<Reply>> emitWithAck(String event, @Nullable Object... arguments);

    /**
     * The chosen sockets: those of this server are the {@link Socket} objects themselves, those of other servers are what is known of
     * them now. On one server the stage is complete at once.
     *
     * <p>Fails with {@link AckTimeoutException} when another server did not answer in time.
     */
    CompletionStage<List<RemoteSocket>> fetchSockets();

    /**
     * Has every chosen socket enter rooms; on this server at once.
     *
     * @throws IllegalArgumentException if one is the room of a user ({@link Namespace#ofUser})
     */
    void socketsJoin(String... rooms);

    /**
     * Has every chosen socket leave rooms; on this server at once.
     *
     * @throws IllegalArgumentException if one is the room of a user ({@link Namespace#ofUser})
     */
    void socketsLeave(String... rooms);

    /** Takes every chosen socket out of its namespace. See {@link Socket#disconnect()}. */
    void disconnectSockets();

    /**
     * Takes every chosen socket out of its namespace, or out of all of them.
     *
     * @param close whether the connections themselves, and with them every namespace, are to be closed
     */
    void disconnectSockets(boolean close);
}
