package org.sockeye.internal.core;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sockeye.Broadcaster;
import org.sockeye.ConnectionListener;
import org.sockeye.DisconnectReason;
import org.sockeye.Middleware;
import org.sockeye.Namespace;
import org.sockeye.Reply;
import org.sockeye.RoomListener;
import org.sockeye.ServerSideListener;
import org.sockeye.Socket;
import org.sockeye.SocketError;
import org.sockeye.SocketError.Kind;
import org.sockeye.SocketIoServer;
import org.sockeye.spi.Adapter;
import org.sockeye.spi.Flags;
import org.sockeye.spi.Selector;

/** One namespace: what is registered for it, and what happens to its sockets on the dispatch. */
final class CoreNamespace implements Namespace, Everyone {

    private final CoreServer server;
    private final Rooms rooms;
    private final Adapter adapter;
    private final Broadcasts broadcasts;
    private final ServerSideListeners serverSide = new ServerSideListeners();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    /** What the next question to clients of this namespace is numbered. One for all: a broadcast is encoded once. */
    private final AtomicLong ackIds = new AtomicLong();

    private final List<Middleware> middleware = new CopyOnWriteArrayList<>();
    private final List<ConnectionListener> connectionListeners = new CopyOnWriteArrayList<>();
    private final UnheardEvents unheard = new UnheardEvents();
    private final FirstTimes unwelcome = new FirstTimes();

    CoreNamespace(CoreServer server, String name, Adapter.Factory adapters) {
        this.server = server;
        this.rooms = new Rooms(name, server, ackIds::getAndIncrement, serverSide);
        this.adapter = adapters.create(rooms);
        this.broadcasts = new Broadcasts(this, server, adapter);
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
        middleware.add(added);
        return this;
    }

    @Override
    public Namespace onConnection(ConnectionListener listener) {
        connectionListeners.add(listener);
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
        return "Namespace " + name();
    }

    /** Which events did not fit a listener, or were refused by a middleware, before. */
    FirstTimes unwelcome() {
        return unwelcome;
    }

    void noteUnheard(String event) {
        unheard.note(name(), event);
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

    long nextAckId() {
        return ackIds.getAndIncrement();
    }

    /** The server runs. Idempotent. */
    void start() {
        if (started.compareAndSet(false, true)) {
            adapter.init();
        }
    }

    /** The namespace is given up, or the server has stopped. Idempotent. */
    void close() {
        if (closed.compareAndSet(false, true)) {
            adapter.close();
        }
    }

    boolean hasRegistrations() {
        return !middleware.isEmpty() || !connectionListeners.isEmpty();
    }

    /** Asks the middleware, and connects the candidate or refuses it. On the dispatch, in the lane of the candidate's client. */
    void admit(CoreSocket candidate) {
        candidate.events().inRequestContext(() -> {
            Refusal refusal = refusal(candidate);
            if (refusal != null) {
                candidate.refuse(refusal);
            } else if (candidate.connect()) {
                connected(candidate);
            }
        });
    }

    /** What the first middleware that refuses says; {@code null} when all let the candidate pass. */
    private @Nullable Refusal refusal(CoreSocket candidate) {
        Refusal refusal = null;
        for (Middleware next : middleware) {
            refusal = Refusal.by(next, candidate);
            if (refusal != null || candidate.phase().isGone()) {
                break;
            }
        }
        return refusal;
    }

    /** Tells that a socket is gone, after its last event. On the dispatch. */
    void disconnected(CoreSocket socket, DisconnectReason reason, @Nullable String description) {
        CoreLog.debug("socket {0} in {1} is disconnected: {2}", socket.inLog(), name(), reason);
        socket.events().inRequestContext(() -> {
            socket.events().disconnected(socket, reason, description, failuresOf(socket));
            socket.tellDisconnectListeners(new Ending(reason, description));
        });
    }

    private static Failures failuresOf(CoreSocket socket) {
        return thrown -> socket.tell(new SocketError(Kind.OBSERVER, socket, null, null, thrown));
    }

    private void connected(CoreSocket socket) {
        CoreLog.debug("socket {0} in {1} is connected", socket.inLog(), name());
        socket.events().connected(socket, failuresOf(socket));
        for (ConnectionListener listener : connectionListeners) {
            try {
                listener.connected(socket);
            } catch (Throwable failure) {
                socket.failed(Kind.LISTENER, "A connection listener of " + name(), failure);
            }
        }
    }
}
