package org.sockeye.internal.core;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sockeye.AsyncMiddleware;
import org.sockeye.Broadcaster;
import org.sockeye.ConnectionListener;
import org.sockeye.DisconnectReason;
import org.sockeye.ExpiredSession;
import org.sockeye.Middleware;
import org.sockeye.Namespace;
import org.sockeye.Reauthentication;
import org.sockeye.RecoveryExpiredListener;
import org.sockeye.Reply;
import org.sockeye.RoomListener;
import org.sockeye.ServerSideListener;
import org.sockeye.Socket;
import org.sockeye.SocketError.Kind;
import org.sockeye.SocketIoServer;
import org.sockeye.spi.Adapter;
import org.sockeye.spi.Flags;
import org.sockeye.spi.RecoverableSession;
import org.sockeye.spi.RestoredSession;
import org.sockeye.spi.Selector;

/** One namespace: what is registered for it, and what happens to its sockets on the dispatch. */
final class CoreNamespace implements Namespace, Everyone {

    private final CoreServer server;
    private final NamespaceRecovery recovery;
    private final Rooms rooms;
    private final Adapter adapter;
    private final Broadcasts broadcasts;
    private final ServerSideListeners serverSide = new ServerSideListeners();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    /** What the next question to clients of this namespace is numbered. One for all: a broadcast is encoded once. */
    private final AtomicLong ackIds = new AtomicLong();

    private final @Nullable CoreParent parent;
    private final @Nullable Occupancy occupancy;
    private final Entrance entrance = new Entrance();
    private final List<RecoveryExpiredListener> expiryListeners = new CopyOnWriteArrayList<>();
    /** Completed once those who are told of new namespaces have been told of this one. */
    private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();

    private final UnheardEvents unheard = new UnheardEvents();
    private final FirstTimes unwelcome = new FirstTimes();

    /** One that has an occupancy goes when nobody is in it any more. */
    CoreNamespace(
            CoreServer server,
            String name,
            Adapter.Factory adapters,
            @Nullable CoreParent parent,
            @Nullable Occupancy occupancy) {
        this.server = server;
        this.parent = parent;
        this.occupancy = occupancy;
        this.recovery = new NamespaceRecovery(this, server::recovery);
        this.rooms = new Rooms(name, server, ackIds::getAndIncrement, serverSide, recovery);
        this.adapter = adapters.create(rooms);
        this.broadcasts = new Broadcasts(this, server, adapter);
        if (parent != null) {
            entrance.copy(parent.entrance());
            serverSide.copy(parent.serverSide());
        }
    }

    @Override
    public String name() {
        return rooms.namespace();
    }

    @Override
    public SocketIoServer server() {
        return server;
    }

    @Override
    public Namespace use(Middleware added) {
        entrance.add(added);
        return this;
    }

    @Override
    public Namespace useAsync(AsyncMiddleware added) {
        entrance.addAsync(added);
        return this;
    }

    @Override
    public Namespace onConnection(ConnectionListener listener) {
        entrance.addListener(listener);
        return this;
    }

    @Override
    public Namespace onRecoveryExpired(RecoveryExpiredListener listener) {
        expiryListeners.add(listener);
        return this;
    }

    @Override
    public Collection<Socket> sockets() {
        return List.copyOf(rooms.connected());
    }

    @Override
    public Broadcaster everyone() {
        return new CoreBroadcaster(this, Selector.everyone(), Flags.NONE);
    }

    @Override
    public Broadcaster ofUser(String user) {
        return everyone().to(UserRooms.named(user));
    }

    /** What decides about sockets whose credentials have expired; {@code null} if nothing does. */
    @Nullable
    Reauthentication reauthentication() {
        return server.reauthentication();
    }

    @Override
    public Namespace onRoom(RoomListener listener) {
        rooms.onRoom(listener);
        return this;
    }

    @Override
    public void serverSideEmit(String event, @Nullable Object... arguments) {
        broadcasts.serverSideEmit(event, arguments);
    }

    @Override
    public CompletionStage<List<Reply>> serverSideEmitWithAck(String event, @Nullable Object... arguments) {
        return broadcasts.serverSideEmitWithAck(event, arguments);
    }

    @Override
    public Namespace on(String event, ServerSideListener listener) {
        serverSide.add(event, listener);
        return this;
    }

    @Override
    public Namespace off(String event, ServerSideListener listener) {
        serverSide.remove(event, listener);
        return this;
    }

    @Override
    public String toString() {
        return "Namespace " + inLog();
    }

    /** The name as it may stand in a log. */
    String inLog() {
        return parent == null ? name() : CoreLog.printable(name());
    }

    @Nullable
    CoreParent parent() {
        return parent;
    }

    CompletableFuture<@Nullable Void> ready() {
        return ready;
    }

    /** One client more; answers false when the namespace is over. */
    boolean enter() {
        return occupancy == null || occupancy.enter();
    }

    /** One client less; answers whether the namespace is over by that. */
    boolean leave() {
        return occupancy != null && occupancy.leave();
    }

    boolean isOver() {
        return occupancy != null && occupancy.isOver();
    }

    /** A socket or a candidate is gone. */
    void left() {
        server.namespaces().leave(this);
    }

    /** Which events did not fit a listener, or were refused by a middleware, before. */
    FirstTimes unwelcome() {
        return unwelcome;
    }

    void noteUnheard(String event) {
        unheard.note(inLog(), event);
    }

    CoreMetrics metrics() {
        return server.metrics();
    }

    Errors errors() {
        return server.errors();
    }

    Rooms rooms() {
        return rooms;
    }

    Broadcasts broadcasts() {
        return broadcasts;
    }

    NamespaceRecovery recovery() {
        return recovery;
    }

    /** Keeps the session of a socket that leaves, wherever that may be. */
    void persist(RecoverableSession session) {
        try {
            adapter.persistSession(session);
        } catch (Throwable failure) {
            CoreLog.failed("The adapter of " + name(), failure);
        }
    }

    /** Asks for a session, wherever it may be. */
    CompletionStage<Optional<RestoredSession>> restore(Claim claim) {
        try {
            return adapter.restoreSession(claim.pid(), claim.offset());
        } catch (Throwable failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    /** Tells that a client has not come back. On the dispatch. */
    void recoveryExpired(AbsentSocket absent) {
        CoreLog.debug("the client of socket {0} in {1} has not come back", absent.id(), inLog());
        expiryListeners.forEach(listener -> tell(listener, absent));
    }

    private void tell(RecoveryExpiredListener listener, ExpiredSession session) {
        try {
            listener.expired(session);
        } catch (Throwable thrown) {
            errors().failed(Kind.LISTENER, null, "A listener for expired sessions", thrown);
        }
    }

    /** Sends an event to one socket, now or when its client is back. */
    void emit(EmittingSocket socket, Flags flags, Content content) {
        adapter.broadcast(content.toPacket(name()), Selector.everyone().to(socket.id()), flags);
    }

    long nextAckId() {
        return ackIds.getAndIncrement();
    }

    /** The server runs. Idempotent. */
    void start() {
        if (started.compareAndSet(false, true)) {
            adapter.init();
        }
    }

    /** The namespace is given up, or the server has stopped. Nothing happens before the start; idempotent. */
    void close() {
        if (started.get() && closed.compareAndSet(false, true)) {
            adapter.close();
        }
    }

    boolean hasRegistrations() {
        return !entrance.isEmpty();
    }

    /** Asks the middleware, and connects the candidate or refuses it. On the dispatch, in the lane of the candidate's client. */
    void admit(CoreSocket candidate) {
        if (ready.isDone()) {
            List<Entrance.Check> checks = isLetInUnasked(candidate) ? List.of() : entrance.checks();
            new Admission(this, candidate, checks).begin();
        } else {
            candidate.lane().hold(ready, (nothing, never) -> admit(candidate));
        }
    }

    private boolean isLetInUnasked(CoreSocket candidate) {
        Recovery kept = recovery.server();
        return kept != null && kept.skipsMiddlewares() && candidate.recovered();
    }

    /** Tells that a socket is gone, after its last event. On the dispatch. */
    void disconnected(CoreSocket socket, DisconnectReason reason, @Nullable String description) {
        CoreLog.debug("socket {0} in {1} is disconnected: {2}", socket.inLog(), inLog(), reason);
        Ending ending = new Ending(reason, description);
        Delivery delivery = new SocketDelivery(socket, null);
        ApplicationEvents events = socket.events();
        try {
            events.inContextOf(socket, () -> {
                socket.parting().begin(ending, () -> events.disconnecting(socket, reason, description, delivery));
                events.disconnected(socket, reason, description, delivery);
                socket.parting().end(ending);
                events.forget(socket);
            });
        } finally {
            recovery.onTold(socket);
        }
    }

    /** Tells that a socket is connected. On the dispatch. */
    void connected(CoreSocket socket) {
        CoreLog.debug("socket {0} in {1} is connected", socket.inLog(), inLog());
        socket.events().connected(socket, new SocketDelivery(socket, null));
        for (ConnectionListener listener : entrance.listeners()) {
            try {
                listener.connected(socket);
            } catch (Throwable failure) {
                socket.failed(Kind.LISTENER, "A connection listener of " + inLog(), failure);
            }
        }
    }
}
