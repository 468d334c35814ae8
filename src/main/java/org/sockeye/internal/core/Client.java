package org.sockeye.internal.core;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectReason;
import org.sockeye.EngineSocket;
import org.sockeye.RefusalCause;
import org.sockeye.Reply;
import org.sockeye.Transport;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.internal.engine.Connection;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.engine.SessionListener;
import org.sockeye.internal.engine.Timer;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.JsonCodec;

/**
 * One connection and its sockets, one for each namespace that it is in.
 *
 * <p>Two lanes. What controls the connection, CONNECT, DISCONNECT and acknowledgements, is acted on where it is decoded. Application code,
 * which is middleware and listeners, goes through the {@link EventLane}, so that it runs in order and a handler that blocks holds up only
 * this client's events.
 */
final class Client implements SessionListener, SocketPacket.Handler {

    private final CoreServer server;
    private final ServerEnvironment environment;
    private final Dispatcher dispatcher;
    private final Connection connection;
    private final CoreEngineSocket conn;
    private final Revision revision;
    private final PacketForm form;
    private final EventLane lane;
    /** By namespace; candidates among them. */
    private final ConcurrentMap<String, CoreSocket> sockets = new ConcurrentHashMap<>();

    private final Connecting connecting;
    private final Newcomers newcomers;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Timer.Task connectDeadline;
    private final Intake intake;

    Client(CoreServer server, Running running, Connection connection) {
        this.server = server;
        this.environment = running.environment();
        this.dispatcher = running.dispatcher();
        this.newcomers = running.newcomers();
        this.connection = connection;
        this.conn = new CoreEngineSocket(connection, server.errors(), this::newLane, environment.events());
        this.revision = Revision.of(connection);
        this.form = running.form();
        this.lane = newLane();
        this.connecting = new Connecting(server, this);
        this.intake = new Intake(this, form, environment, dispatcher);
        this.connectDeadline =
                environment.timer().schedule(environment.config().connectTimeout(), this::onConnectDeadline);
    }

    @Override
    public void received(String text) {
        if (!ended.get()) {
            intake.read(text);
        }
    }

    @Override
    public void received(byte[] data) {
        if (!ended.get()) {
            intake.read(data);
        }
    }

    @Override
    public void revoked() {
        disconnectAll();
    }

    @Override
    public void closed(CloseReason reason, @Nullable String description) {
        if (reason == CloseReason.OUTBOX_FULL) {
            server.counters().refused(RefusalCause.OUTBOX_FULL);
            CoreLog.log(
                    server.overruns().isFirst(String.valueOf(description)) ? Level.WARNING : Level.DEBUG,
                    "Session " + inLog() + " is closed: " + description);
        }
        end(Reasons.of(reason), description);
        conn.closed(new Ending(Reasons.of(reason), description));
    }

    private EventLane newLane() {
        return new EventLane(dispatcher, environment.config().maxWaitingEvents());
    }

    /** Begins; a client of the older revision is in the main namespace without asking for it. */
    void open() {
        if (revision.isConnectedImplicitly() && !ended.get()) {
            intake.during(() -> connecting.connect(server.of("/"), handshake(Revision.NOTHING, List.of())));
        }
    }

    @Override
    public void onConnect(SocketPacket.Connect packet) {
        String name = revision.namespace(packet.namespace());
        if (sockets.containsKey(name) || connecting.isAwaited(name)) {
            refuseInThisState(name);
            return;
        }
        connecting.connect(name, handshake(revision.auth(packet), packet.attachments()));
    }

    private CoreHandshake handshake(String auth, List<byte[]> attachments) {
        return new CoreHandshake(json(), auth, attachments, Instant.now(), connection.request());
    }

    /** A socket is to be connected; answers whether there was none in its namespace. It is found by its user before its client is seen to have one. */
    boolean add(CoreSocket socket) {
        UserRooms.enter(socket);
        if (sockets.putIfAbsent(socket.namespace().name(), socket) != null) {
            socket.abandon();
            refuseInThisState(socket.namespace().name());
            return false;
        }
        if (ended.get()) {
            socket.abandon();
        }
        if (socket.phase().isGone()) {
            remove(socket);
        }
        return true;
    }

    Transport transport() {
        return connection.transport();
    }

    /** How many bytes wait for the client. */
    long waitingBytes() {
        return connection.waitingBytes();
    }

    boolean isEnded() {
        return ended.get();
    }

    boolean isInNoNamespace() {
        return sockets.isEmpty();
    }

    /** The session as it may stand in a log: its id is a secret. */
    String inLog() {
        return Revision.shortened(connection.sid());
    }

    String sid() {
        return connection.sid();
    }

    @Override
    public void onDisconnect(SocketPacket.Disconnect packet) {
        CoreSocket socket = receiver(packet);
        if (socket != null) {
            socket.onClose(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT, null);
        }
    }

    @Override
    public void onEvent(SocketPacket.Event packet) {
        CoreSocket socket = receiver(packet);
        if (socket == null) {
            return;
        }
        String name = packet.name();
        if (CoreLog.isDebug()) {
            CoreLog.debug("socket {0} sends event {1}", socket.inLog(), CoreLog.printable(name));
        }
        CoreEvent event = new CoreEvent(
                name,
                socket,
                new ReceivedArguments(json(), packet.data(), 1, packet.attachments()),
                new CoreAcknowledgement(socket, packet.id()));
        offer(() -> socket.receive(event));
    }

    /** Has an event run in the lane, or closes the client if too many wait there. */
    void offer(Runnable event) {
        if (!lane.offer(event)) {
            server.counters().refused(RefusalCause.TOO_MANY_EVENTS);
            CoreLog.log(
                    server.overruns().isFirst("maxWaitingEvents") ? Level.WARNING : Level.DEBUG,
                    "Session " + inLog() + " is closed: its handlers are "
                            + environment.config().maxWaitingEvents() + " events behind (setting maxWaitingEvents)");
            closeForced();
        }
    }

    @Override
    public void onAck(SocketPacket.Ack packet) {
        CoreSocket socket = receiver(packet);
        if (socket != null) {
            ReceivedArguments reply = new ReceivedArguments(json(), packet.data(), 0, packet.attachments());
            if (!socket.acks().answer(packet.id(), reply)) {
                CoreLog.debug("an acknowledgement that nobody waits for: {0}", packet.id());
            }
        }
    }

    @Override
    public void onConnectError(SocketPacket.ConnectError packet) {
        refuseInThisState(packet.namespace());
    }

    /** The server stops. */
    void shutDown() {
        end(DisconnectReason.SERVER_SHUTTING_DOWN, null);
        connection.closeNow(CloseReason.SERVER_SHUTTING_DOWN);
    }

    /** Takes the client out of every namespace, and closes the connection. */
    void disconnectAll() {
        List.copyOf(sockets.values()).forEach(CoreSocket::disconnect);
        closeForced();
    }

    void send(SocketPacket packet) {
        send(new Outgoing(form.encode(packet)));
    }

    /** The frames of a packet for this client. */
    List<Frame> encode(SocketPacket packet) {
        return form.encode(packet);
    }

    void send(Outgoing message) {
        connection.send(message);
    }

    void queue(Outgoing message) {
        connection.queue(message);
    }

    void flush() {
        connection.flush();
    }

    void close() {
        connection.close();
    }

    /** The client is back on another connection: this one is dead, and nobody had noticed. */
    void giveWayToItself() {
        end(DisconnectReason.TRANSPORT_CLOSE, "the client is back on another connection");
        connection.closeNow(CloseReason.TRANSPORT_CLOSE);
    }

    /** A socket was connected, so the client has come in time. */
    void onConnected() {
        connectDeadline.cancel();
        newcomers.remove(this);
    }

    /** The deadline may come before the client was put anywhere. */
    void forgetIfEnded() {
        if (ended.get()) {
            newcomers.remove(this);
            server.remove(this);
        }
    }

    /** There are too many that are in no namespace yet, and this one came first. */
    void giveWay() {
        server.counters().refused(RefusalCause.TOO_MANY_UNCONNECTED);
        expel();
    }

    /** It has nothing to look for here any more. */
    void expel() {
        end(DisconnectReason.FORCED_SERVER_CLOSE, null);
        connection.closeNow(CloseReason.FORCED_CLOSE);
    }

    void remove(CoreSocket socket) {
        sockets.remove(socket.namespace().name(), socket);
    }

    EngineSocket conn() {
        return conn;
    }

    Revision revision() {
        return revision;
    }

    EventLane lane() {
        return lane;
    }

    JsonCodec json() {
        return environment.json();
    }

    ApplicationEvents events() {
        return environment.events();
    }

    Duration ackTimeout() {
        return environment.config().ackTimeout();
    }

    PendingAcks newPendingAcks(LongSupplier ids) {
        return new PendingAcks(dispatcher, environment.timer(), ids);
    }

    Expiry newExpiry(CoreSocket socket) {
        return new Expiry(socket, environment.timer(), ackTimeout());
    }

    /** Runs something on the dispatch, beside the lane. */
    void elsewhere(Runnable work) {
        dispatcher.elsewhere(work);
    }

    /** Whether the caller is this user, by the user's room. */
    boolean isOf(String userRoom) {
        return userRoom.equals(UserRooms.of(connection.request()));
    }

    AckFuture<Reply> newReply() {
        return new AckFuture<>(dispatcher, this::isReadByThisThread);
    }

    /** Whether the current thread reads a message of this client, and handles it. */
    boolean isReadByThisThread() {
        return intake.isOnThisThread();
    }

    /** The socket that a packet is for; if there is none, the connection is closed. */
    private @Nullable CoreSocket receiver(SocketPacket packet) {
        CoreSocket socket = sockets.get(revision.namespace(packet.namespace()));
        if (socket != null && mayReceive(socket)) {
            return socket;
        }
        refuseInThisState(packet.namespace());
        return null;
    }

    /** Whether there is a socket in the namespace that may have a packet; if there is none, the connection is closed. */
    boolean mayReceiveIn(String namespace) {
        CoreSocket socket = sockets.get(revision.namespace(namespace));
        boolean may = socket != null && mayReceive(socket);
        if (!may) {
            refuseInThisState(namespace);
        }
        return may;
    }

    private void onConnectDeadline() {
        CoreLog.debug("a client is closed: it connected to no namespace in time");
        closeForced();
    }

    /** A client that is connected without asking for it need not wait for the answer: what it sends comes after its connection. */
    private boolean mayReceive(CoreSocket socket) {
        return socket.phase().mayReceive()
                || (revision.isConnectedImplicitly()
                        && socket.namespace().name().equals("/")
                        && socket.phase().isCandidate());
    }

    private void refuseInThisState(String namespace) {
        CoreLog.debug("a client is closed: it sent what its state in {0} does not allow", CoreLog.printable(namespace));
        closeForced();
    }

    private void closeForced() {
        end(DisconnectReason.FORCED_SERVER_CLOSE, null);
        connection.close();
    }

    private void end(DisconnectReason reason, @Nullable String description) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        CoreLog.debug("a client is gone: {0}", reason);
        connectDeadline.cancel();
        intake.close();
        newcomers.remove(this);
        server.remove(this);
        List.copyOf(sockets.values()).forEach(socket -> socket.onClose(reason, description));
        lane.end();
    }
}
