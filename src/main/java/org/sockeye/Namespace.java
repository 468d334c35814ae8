package org.sockeye;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One namespace of a server: its own sockets, rooms, middleware and connection listeners. Safe for any thread. */
public interface Namespace extends Broadcaster {

    /** The name, with its leading slash. */
    String name();

    /** The server that this namespace is one of. */
    SocketIoServer server();

    /**
     * Adds a middleware, called for each connection attempt after those added before it.
     *
     * @see Middleware
     */
    Namespace use(Middleware middleware);

    /**
     * Adds a middleware that takes its time, called for each connection attempt after those added before it.
     *
     * @see AsyncMiddleware
     */
    Namespace useAsync(AsyncMiddleware middleware);

    /** Adds a listener that is called with each socket once it is connected, before any of its events. */
    Namespace onConnection(ConnectionListener listener);

    /** Adds a listener that is told of each client which could have come back to its socket and has not (setting {@code connectionStateRecovery}). */
    Namespace onRecoveryExpired(RecoveryExpiredListener listener);

    /** The sockets that are connected now, on this server. */
    Collection<Socket> sockets();

    /**
     * The sockets of one user in this namespace, on all servers, by the name of the {@code Principal} that she had when she connected, exactly as the container
     * writes it. As a choice of sockets it can be narrowed by {@link #except}; {@link #to} adds the sockets of rooms.
     *
     * <p>It is a room, {@code org.sockeye.user:} and the name, which sockets enter and leave by themselves.
     */
    Broadcaster ofUser(String name);

    /** Adds a listener that is told which rooms there are on this server, and who is in them, from now on. */
    Namespace onRoom(RoomListener listener);

    /**
     * Sends an event to this namespace on the other servers of the cluster, not to this server and not to clients. See {@link #on}.
     *
     * @throws IllegalArgumentException if the event's name is {@code connect}, {@code connection} or {@code new_namespace}
     * @throws PayloadException if an argument cannot be written as JSON; nothing was sent then
     */
    void serverSideEmit(String event, @Nullable Object... arguments);

    /**
     * As {@link #serverSideEmit}, and answers with the replies of all other servers. Where there is none that is an empty list, at once.
     *
     * <p>Completed on the server's dispatch. Fails with {@link AckTimeoutException}, which has the replies that came, when not all came in time (setting
     * {@code ackTimeout}).
     */
    CompletionStage<List<Reply>> serverSideEmitWithAck(String event, @Nullable Object... arguments);

    /**
     * Adds a listener for an event that other servers send to this namespace by {@link #serverSideEmit}. Events of clients are heard by
     * {@link Socket#on}.
     *
     * @throws IllegalArgumentException if the event's name is {@code connect}, {@code connection} or {@code new_namespace}
     */
    Namespace on(String event, ServerSideListener listener);

    /** Removes a listener that {@link #on} added; once, if it was added several times. */
    Namespace off(String event, ServerSideListener listener);
}
