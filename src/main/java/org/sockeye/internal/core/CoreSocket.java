package org.sockeye.internal.core;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.Broadcaster;
import org.sockeye.DisconnectListener;
import org.sockeye.DisconnectReason;
import org.sockeye.Emitter;
import org.sockeye.EventListener;
import org.sockeye.EventListener1;
import org.sockeye.EventListener2;
import org.sockeye.EventListener3;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.Reply;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.TypeRef;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.internal.protocol.JsonArray;
import org.sockeye.internal.protocol.ReservedEvents;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.internal.protocol.SocketPacketEncoder;
import org.sockeye.spi.Flags;
import org.sockeye.spi.JsonCodec;
import org.sockeye.spi.Selector;

/** One client in one namespace. What comes from the client is in {@link Client}, who may send what in {@link SocketPhase}. */
final class CoreSocket implements Socket {

    private final String id;
    private final Client client;
    private final CoreNamespace namespace;
    private final Handshake handshake;
    private final SocketPhase phase = new SocketPhase();
    private final PendingAcks acks;
    private final EventListeners listeners;
    private final DisconnectListeners disconnectListeners;
    /** Guards the names, and that the namespace knows of this socket what they say. */
    private final Object membership = new Object();

    private final Set<String> rooms = new LinkedHashSet<>();

    CoreSocket(String id, Client client, CoreNamespace namespace, Handshake handshake) {
        this.id = id;
        this.client = client;
        this.namespace = namespace;
        this.handshake = handshake;
        this.acks = client.newPendingAcks();
        this.listeners = new EventListeners(namespace.misfits());
        this.disconnectListeners = new DisconnectListeners(client.lane());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Namespace namespace() {
        return namespace;
    }

    @Override
    public Handshake handshake() {
        return handshake;
    }

    @Override
    public boolean isConnected() {
        return phase.isConnected();
    }

    @Override
    public Set<String> rooms() {
        synchronized (membership) {
            return new LinkedHashSet<>(rooms);
        }
    }

    @Override
    public void join(String... names) {
        if (CoreLog.isDebug()) {
            CoreLog.debug(
                    "socket {0} joins {1}",
                    inLog(), Stream.of(names).map(this::printable).toList());
        }
        synchronized (membership) {
            for (String name : names) {
                if (!phase.isGone() && rooms.add(name)) {
                    namespace.rooms().join(this, name);
                }
            }
        }
    }

    @Override
    public void leave(String room) {
        if (CoreLog.isDebug()) {
            CoreLog.debug("socket {0} leaves {1}", inLog(), printable(room));
        }
        synchronized (membership) {
            if (rooms.remove(room)) {
                namespace.rooms().leave(this, room);
            }
        }
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        emit(Flags.NONE, event, arguments);
    }

    void emit(Flags flags, String event, @Nullable Object @Nullable [] arguments) {
        ReservedEvents.refuse(event);
        sendEvent(OptionalLong.empty(), encode(event, arguments), flags);
    }

    @Override
    public CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments) {
        return emitWithAck(Flags.NONE, client.ackTimeout(), event, arguments);
    }

    CompletionStage<Reply> emitWithAck(
            Flags flags, Duration deadline, String event, @Nullable Object @Nullable [] arguments) {
        ReservedEvents.refuse(event);
        Content content = encode(event, arguments);
        AckFuture<Reply> reply = client.newReply();
        if (!isConnected()) {
            PendingAcks.refuse(reply);
            return reply;
        }
        OptionalLong ackId = acks.expect(reply, deadline);
        if (ackId.isPresent()) {
            sendEvent(ackId, content, flags);
        }
        return reply;
    }

    @Override
    public Emitter timeout(Duration deadline) {
        return new SocketEmitter(this, Flags.NONE, deadline);
    }

    @Override
    public Emitter asVolatile() {
        return timeout(client.ackTimeout()).asVolatile();
    }

    @Override
    public Emitter compress(boolean compress) {
        return timeout(client.ackTimeout()).compress(compress);
    }

    @Override
    public Broadcaster to(String... names) {
        return broadcast().to(names);
    }

    @Override
    public Broadcaster in(String... names) {
        return to(names);
    }

    @Override
    public Broadcaster except(String... names) {
        return broadcast().except(names);
    }

    @Override
    public Broadcaster broadcast() {
        return new CoreBroadcaster(namespace, Selector.everyone().without(id), Flags.NONE);
    }

    @Override
    public Socket on(String event, EventListener listener) {
        listeners.add(event, listener);
        return this;
    }

    @Override
    public <A> Socket on(String event, Class<A> first, EventListener1<A> listener) {
        return on(event, TypeRef.of(first), listener);
    }

    @Override
    public <A> Socket on(String event, TypeRef<A> first, EventListener1<A> listener) {
        checkReadable(first);
        return on(event, received -> listener.received(bind(received, 0, first), received));
    }

    @Override
    public <A, B> Socket on(String event, Class<A> first, Class<B> second, EventListener2<A, B> listener) {
        return on(event, TypeRef.of(first), TypeRef.of(second), listener);
    }

    @Override
    public <A, B> Socket on(String event, TypeRef<A> first, TypeRef<B> second, EventListener2<A, B> listener) {
        checkReadable(first, second);
        return on(event, received -> listener.received(bind(received, 0, first), bind(received, 1, second), received));
    }

    @Override
    public <A, B, C> Socket on(
            String event, Class<A> first, Class<B> second, Class<C> third, EventListener3<A, B, C> listener) {
        return on(event, TypeRef.of(first), TypeRef.of(second), TypeRef.of(third), listener);
    }

    @Override
    public <A, B, C> Socket on(
            String event, TypeRef<A> first, TypeRef<B> second, TypeRef<C> third, EventListener3<A, B, C> listener) {
        checkReadable(first, second, third);
        return on(
                event,
                received -> listener.received(
                        bind(received, 0, first), bind(received, 1, second), bind(received, 2, third), received));
    }

    @Override
    public Socket onDisconnect(DisconnectListener listener) {
        disconnectListeners.add(listener);
        return this;
    }

    @Override
    public void disconnect() {
        if (end(DisconnectReason.SERVER_NAMESPACE_DISCONNECT, null)) {
            client.send(new SocketPacket.Disconnect(namespace.name()));
        }
    }

    @Override
    public void disconnect(boolean close) {
        if (!close) {
            disconnect();
        } else if (isConnected()) {
            client.disconnectAll();
        }
    }

    @Override
    public String toString() {
        return "Socket " + inLog() + " in " + namespace.name();
    }

    /** The id as it may stand in a log. */
    String inLog() {
        return client.revision().inLog(id);
    }

    private String printable(String room) {
        return CoreLog.printable(room.equals(id) ? inLog() : room);
    }

    SocketPhase phase() {
        return phase;
    }

    PendingAcks acks() {
        return acks;
    }

    Content encode(@Nullable String event, @Nullable Object @Nullable [] arguments) {
        return Content.encode(client.json(), event, arguments);
    }

    boolean acknowledge(long ackId, Content content) {
        if (!isConnected()) {
            return false;
        }
        client.send(new SocketPacket.Ack(namespace.name(), ackId, JsonArray.of(content.data()), content.attachments()));
        return true;
    }

    /** Sends what was encoded for many; dropped unless the socket is connected. */
    void send(Outgoing message) {
        if (isConnected()) {
            client.send(message);
        }
    }

    /**
     * Tells the client that it is in the namespace, and lets others reach it. In this order: whoever sees the socket may send to it, and nothing may
     * come before the CONNECT.
     *
     * @return false when the client has gone meanwhile
     */
    boolean connect() {
        if (!phase.onAccepted()) {
            return false;
        }
        client.send(new SocketPacket.Connect(namespace.name(), client.revision().welcome(id)));
        join(id);
        synchronized (membership) {
            if (!phase.onConnected()) {
                return false;
            }
            namespace.rooms().add(this);
        }
        client.onConnected();
        return true;
    }

    /** Ends a socket that is not connected; answers whether it just did. */
    boolean abandon() {
        boolean ended = phase.onAbandoned();
        if (ended) {
            cleanUp();
        }
        return ended;
    }

    /** Ends a socket that is connected; answers whether it just did. */
    boolean end(DisconnectReason reason, @Nullable String description) {
        boolean ended = phase.onDisconnected(reason);
        if (ended) {
            cleanUp();
            client.lane().add(() -> namespace.disconnected(this, reason, description));
        }
        return ended;
    }

    /** The client is gone. A candidate may just be getting connected: what could not be abandoned is ended. */
    void onClose(DisconnectReason reason, @Nullable String description) {
        if (!end(reason, description) && !abandon()) {
            end(reason, description);
        }
    }

    /** The client refused by a middleware is told so. */
    void refuse(Refusal refusal) {
        if (abandon()) {
            client.send(new SocketPacket.ConnectError(
                    namespace.name(), client.revision().refusal(refusal, json())));
        }
    }

    /** An event whose turn it is. */
    void receive(CoreEvent event) {
        if (phase.mayDeliver()) {
            namespace.received(this, event);
        } else {
            CoreLog.debug("an event is dropped: its socket was disconnected");
        }
    }

    JsonCodec json() {
        return client.json();
    }

    ApplicationEvents events() {
        return client.events();
    }

    /** Calls the listeners of an event; answers whether there are any. */
    boolean deliver(CoreEvent event) {
        return listeners.deliver(event);
    }

    void tellDisconnectListeners(DisconnectReason reason) {
        disconnectListeners.tell(reason);
    }

    private void cleanUp() {
        synchronized (membership) {
            rooms.forEach(room -> namespace.rooms().leave(this, room));
            rooms.clear();
            namespace.rooms().remove(this);
        }
        client.remove(this);
        acks.close();
    }

    private void sendEvent(OptionalLong ackId, Content content, Flags flags) {
        List<Frame> frames = SocketPacketEncoder.encode(
                new SocketPacket.Event(namespace.name(), ackId, JsonArray.of(content.data()), content.attachments()));
        send(new Outgoing(frames, flags));
    }

    @SuppressWarnings("NullAway") // a listener is given null for what is missing, as Socket.on says
    private static <T> T bind(SocketEvent event, int index, TypeRef<T> type) {
        return event.argument(index, type);
    }

    private void checkReadable(TypeRef<?>... types) {
        for (TypeRef<?> type : types) {
            client.json().checkReadable(type.type());
        }
    }
}
