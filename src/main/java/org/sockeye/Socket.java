package org.sockeye;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One client in one namespace.
 *
 * <p>The object itself, never a proxy: it may be kept and compared for as long as it is connected. After that, what it is told to send is
 * dropped, as in the reference server.
 *
 * <p><strong>Threads.</strong> Every method may be called from any thread, by many at once, and inside any listener or middleware. None of them
 * waits for the client, and no lock is held while a listener runs. Only the stage of {@link #emitWithAck} can be waited for.
 *
 * <p><strong>Order.</strong> Listeners are called on the server's dispatch: the events of one client, in all its namespaces, one after the other in the
 * order in which it sent them, whatever transport carried them, also across the upgrade from one to the other; the events of two clients side by side. A listener
 * that blocks holds up the events of its own client, and nothing else: not what is sent, not acknowledgements, not the session, however long it takes. What one thread
 * emits to a client arrives in that order, each event whole with its attachments; what several threads emit is mixed, but the order of each remains.
 *
 * <p><strong>Errors.</strong> What a listener throws is told to the error listeners ({@link SocketIoServer#onError}), or logged, and disturbs nothing else.
 *
 * <p><strong>Names.</strong> The names {@code connect}, {@code connect_error}, {@code disconnect}, {@code disconnecting}, {@code newListener} and
 * {@code removeListener} are reserved, as in the reference server: no event can have them, and a client that sends one loses its connection. Connections,
 * disconnections and errors have methods of their own, so that an event of a client never passes for one of them.
 */
public interface Socket extends RemoteSocket {

    /**
     * This socket's id, unique among all sockets, new for every connection. Other clients may know it, unless the client is one of Socket.IO 1 or
     * 2: its id is made from the session id, and whoever knows that can take part in the session.
     */
    @Override
    String id();

    /** The namespace that this socket is connected to. */
    Namespace namespace();

    /** What the client brought when it connected. */
    @Override
    Handshake handshake();

    /** What carries the client: its session, which it shares with the client's sockets in other namespaces. */
    EngineSocket conn();

    /**
     * Whether the client has come back to this socket after it had lost its connection: with its id and rooms, and with what it had missed meanwhile (setting
     * {@code connectionStateRecovery}). A new object all the same: listeners are added again.
     */
    boolean recovered();

    /** Whether the client is in the namespace: {@code false} in middleware and after the disconnection. */
    boolean isConnected();

    /**
     * The rooms that this socket is in, its own id among them. A copy. Of one that is gone, those that it was in, until the listeners of
     * {@link #onDisconnecting} have been called; then none.
     */
    @Override
    Set<String> rooms();

    /**
     * Enters rooms; at once on this server.
     *
     * @throws IllegalArgumentException if one is the room of a user ({@link Namespace#ofUser})
     */
    @Override
    void join(String... rooms);

    /**
     * Leaves rooms.
     *
     * @throws IllegalArgumentException if one is the room of a user ({@link Namespace#ofUser})
     */
    @Override
    void leave(String... rooms);

    /** What the application has noted of this socket, to be read and changed. */
    @Override
    SocketData.Mutable data();

    /** Any objects that the application keeps with this socket: a live map, on this server only. Safe for any thread; it has no {@code null}. */
    Map<String, Object> attributes();

    /**
     * Says until when the client's credentials are good; a later call says it anew. Then what was set by {@link SocketIoServer#onExpiry} decides, and without
     * that, or without a new time, the client is taken out of this namespace, as by {@link #disconnect()}. One that has not been connected by then is refused. A
     * client that comes back (setting {@code connectionStateRecovery}) has the time that it had.
     */
    Socket expireAt(Instant instant);

    /** Until when the client's credentials are good, if somebody said so. */
    Optional<Instant> expiresAt();

    /**
     * Sends an event to this client.
     *
     * <p>The arguments are encoded when this method returns: changing them afterwards changes nothing. An array is one
     * argument unless it is an {@code Object[]}. Events that one thread emits arrive in that order. Never waits for the client.
     *
     * @throws IllegalArgumentException if the event's name is reserved
     * @throws PayloadException if an argument cannot be written as JSON; nothing was sent then
     */
    @Override
    void emit(String event, @Nullable Object... arguments);

    /**
     * Sends an event to this client and answers with the reply of its callback.
     *
     * <p>Completed on the server's dispatch. Fails with {@link AckTimeoutException} when no reply came in time (setting
     * {@code ackTimeout}, or {@link #timeout}), and with {@link DisconnectedException} when the client is gone, or goes.
     *
     * <p>A handler may attach callbacks, and may wait for the reply, also that of its own client. Only with
     * {@code dispatch=container} it cannot wait for its own client, since it holds the thread that would read the reply: {@code join} and
     * {@code get} fail there at once with an {@link IllegalStateException}.
     *
     * @throws IllegalArgumentException if the event's name is reserved
     * @throws PayloadException if an argument cannot be written as JSON; nothing was sent then
     */
    @Override
    CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments);

    /** Sends with another deadline for acknowledgements than the server's. */
    @Override
    Emitter timeout(Duration deadline);

    /**
     * Sends events that may be lost: one that cannot be written at once, because no poll waits or something is being written, is dropped
     * and not queued. So a position that changes every moment does not pile up for a client with a slow network.
     *
     * <p>An event is dropped as a whole, with its attachments; a reply that was asked for then does not come in time. With the setting
     * {@code outboxPolicy} at {@code drop-volatile} such events do wait, and are dropped, the oldest first, when there is no room.
     */
    @Override
    Emitter asVolatile();

    /**
     * Sends events that are compressed where the server compresses, or, with {@code false}, never: what is secret and stands beside what the client
     * chose can be guessed from the size of a compressed answer. A long-polling answer that holds one such event is not compressed at all. A
     * WebSocket has no choice for each message.
     */
    @Override
    Emitter compress(boolean compress);

    /** Everyone in these rooms, without this socket. */
    Broadcaster to(String... rooms);

    /** The same as {@link #to}. */
    Broadcaster in(String... rooms);

    /** Everyone in the namespace who is not in these rooms, without this socket. */
    Broadcaster except(String... rooms);

    /** Everyone in the namespace, without this socket. */
    Broadcaster broadcast();

    /**
     * Adds a listener for an event, whatever its arguments.
     *
     * <p>The listeners of an event are called in the order in which they were added, each as often as it was added, on the server's dispatch. An
     * event is delivered to the listeners that were there when its turn came: those added or taken out meanwhile notice from the next event on. What one
     * throws is told to the error listeners of the server ({@link SocketIoServer#onError}), or logged, and the others are called nevertheless.
     *
     * @throws IllegalArgumentException if the event's name is reserved
     */
    Socket on(String event, EventListener listener);

    /**
     * Adds a listener for an event whose first argument is bound to {@code first}.
     *
     * <p>An event that does not fit the type is not delivered to this listener; others are called nevertheless. The error listeners of the socket
     * and the server are told; if there are none, it is logged, the first of each name as a warning. If the client asked for an acknowledgement,
     * nobody answered it, and the event fitted no listener and no observer, it is answered with one argument,
     * {@code {"error":{"code":"invalid_payload","message":"...","path":"[0].age"}}}. A missing argument is {@code null}.
     *
     * @throws IllegalArgumentException if the event's name is reserved
     * @throws PayloadException if no value of the type can be read by the JSON codec in use
     */
    default <A> Socket on(String event, Class<A> first, EventListener1<A> listener) {
        return on(event, TypeRef.of(first), listener);
    }

    /** See {@link #on(String, Class, EventListener1)}. */
    <A> Socket on(String event, TypeRef<A> first, EventListener1<A> listener);

    /** Adds a listener for an event with two arguments. See {@link #on(String, Class, EventListener1)}. */
    default <A, B> Socket on(String event, Class<A> first, Class<B> second, EventListener2<A, B> listener) {
        return on(event, TypeRef.of(first), TypeRef.of(second), listener);
    }

    /** See {@link #on(String, Class, Class, EventListener2)}. */
    <A, B> Socket on(String event, TypeRef<A> first, TypeRef<B> second, EventListener2<A, B> listener);

    /** Adds a listener for an event with three arguments. See {@link #on(String, Class, EventListener1)}. */
    default <A, B, C> Socket on(
            String event, Class<A> first, Class<B> second, Class<C> third, EventListener3<A, B, C> listener) {
        return on(event, TypeRef.of(first), TypeRef.of(second), TypeRef.of(third), listener);
    }

    /** See {@link #on(String, Class, Class, Class, EventListener3)}. */
    <A, B, C> Socket on(
            String event, TypeRef<A> first, TypeRef<B> second, TypeRef<C> third, EventListener3<A, B, C> listener);

    /**
     * Adds a listener for the next event of this name; it is taken out before it is called. An event that does not fit the type of a listener
     * counts for it. See {@link #on(String, EventListener)}.
     *
     * @throws IllegalArgumentException if the event's name is reserved
     */
    Socket once(String event, EventListener listener);

    /** See {@link #once(String, EventListener)} and {@link #on(String, Class, EventListener1)}. */
    default <A> Socket once(String event, Class<A> first, EventListener1<A> listener) {
        return once(event, TypeRef.of(first), listener);
    }

    /** See {@link #once(String, Class, EventListener1)}. */
    <A> Socket once(String event, TypeRef<A> first, EventListener1<A> listener);

    /** Adds a listener for the next event of this name, with two arguments. See {@link #once(String, Class, EventListener1)}. */
    default <A, B> Socket once(String event, Class<A> first, Class<B> second, EventListener2<A, B> listener) {
        return once(event, TypeRef.of(first), TypeRef.of(second), listener);
    }

    /** See {@link #once(String, Class, Class, EventListener2)}. */
    <A, B> Socket once(String event, TypeRef<A> first, TypeRef<B> second, EventListener2<A, B> listener);

    /** Adds a listener for the next event of this name, with three arguments. See {@link #once(String, Class, EventListener1)}. */
    default <A, B, C> Socket once(
            String event, Class<A> first, Class<B> second, Class<C> third, EventListener3<A, B, C> listener) {
        return once(event, TypeRef.of(first), TypeRef.of(second), TypeRef.of(third), listener);
    }

    /** See {@link #once(String, Class, Class, Class, EventListener3)}. */
    <A, B, C> Socket once(
            String event, TypeRef<A> first, TypeRef<B> second, TypeRef<C> third, EventListener3<A, B, C> listener);

    /**
     * Takes out a listener of an event, the very object that was added; if it was added several times, the last of them. Nothing happens if it is
     * not there.
     */
    Socket off(String event, SocketListener listener);

    /** Takes out all listeners of an event. */
    Socket off(String event);

    /** Takes out all listeners of events; those of any event, of outgoing events, of the disconnection and of errors stay. */
    Socket off();

    /** The listeners of an event, in the order in which they are called. A copy. */
    List<SocketListener> listeners(String event);

    /**
     * Adds a listener for events of any name. These are called first, in the order in which they were added, also for an event that a middleware of
     * this socket refuses afterwards.
     */
    Socket onAny(EventListener listener);

    /** Adds a listener for events of any name that is called before the others. See {@link #onAny}. */
    Socket prependAny(EventListener listener);

    /** Takes out a listener for events of any name; if it was added several times, the first of them. */
    Socket offAny(EventListener listener);

    /** Takes out all listeners for events of any name. */
    Socket offAny();

    /** The listeners for events of any name, in the order in which they are called. A copy. */
    List<EventListener> listenersAny();

    /**
     * Adds a listener that is told of every event that this client is sent, also by a broadcast, before it is sent; acknowledgements are no
     * events. Called by the thread that emits, in the order in which they were added.
     */
    Socket onAnyOutgoing(OutgoingListener listener);

    /** Adds a listener of outgoing events that is called before the others. See {@link #onAnyOutgoing}. */
    Socket prependAnyOutgoing(OutgoingListener listener);

    /** Takes out a listener of outgoing events; if it was added several times, the first of them. */
    Socket offAnyOutgoing(OutgoingListener listener);

    /** Takes out all listeners of outgoing events. */
    Socket offAnyOutgoing();

    /** The listeners of outgoing events, in the order in which they are called. A copy. */
    List<OutgoingListener> listenersAnyOutgoing();

    /**
     * Adds a middleware, which decides for each event of this socket whether it is delivered to listeners and observers. Those that were added are
     * asked one after the other, synchronous and asynchronous ones in one order. An event that one of them refuses is told to the error listeners of this
     * socket and the server, and no other is asked.
     */
    Socket use(EventMiddleware middleware);

    /** Adds a middleware that may take its time, without holding a thread; the further events of this client wait. See {@link #use}. */
    Socket useAsync(AsyncEventMiddleware middleware);

    /**
     * Adds a listener that is told of events that a middleware of this socket refused, and of those that did not fit a listener or an observer.
     * What listeners and observers throw is told to the server's alone: {@link SocketIoServer#onError}. A client that sends an event with the name
     * {@code error} does not reach it.
     */
    Socket onError(ErrorListener listener);

    /**
     * Adds a listener that is told once when this socket is gone, before those of {@link #onDisconnect}: until these listeners have been called, {@link #rooms}
     * says which rooms it was in. It is no longer connected, and nobody reaches it by these rooms any more.
     */
    Socket onDisconnecting(DisconnectListener listener);

    /** Adds a listener that is told once when this socket is gone, and has left its rooms. Called at once, on the dispatch, if it already is. */
    Socket onDisconnect(DisconnectListener listener);

    /** Takes the client out of this namespace; its other namespaces and the connection stay. Idempotent. */
    @Override
    void disconnect();

    /**
     * Takes the client out of this namespace, or out of all of them.
     *
     * @param close whether the connection itself, and with it every namespace, is to be closed
     */
    @Override
    void disconnect(boolean close);
}
