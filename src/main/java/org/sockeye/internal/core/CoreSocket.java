package org.sockeye.internal.core;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectReason;
import org.sockeye.EngineSocket;
import org.sockeye.Handshake;
import org.sockeye.RefusalCause;
import org.sockeye.SocketError;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.protocol.JsonArray;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.JsonCodec;

/** One client in one namespace. What comes from the client is in {@link Client}, who may send what in {@link SocketPhase}. */
final class CoreSocket extends EmittingSocket {

    private final String id;
    private final Client client;
    private final CoreNamespace namespace;
    private final Handshake handshake;
    private final SocketPhase phase = new SocketPhase();
    private final PendingAcks acks;
    private final Parting parting;
    private final Membership membership;
    private final CoreSocketData data;
    private final ConcurrentMap<String, Object> attributes = new ConcurrentHashMap<>();
    private final @Nullable Continuity continuity;
    private final Outlet outlet;
    private final Expiry expiry;

    /** With a continuity if the client can come back to this socket. */
    CoreSocket(
            String id, Client client, CoreNamespace namespace, Handshake handshake, @Nullable Continuity continuity) {
        this.continuity = continuity;
        this.outlet = new Outlet(this, client, continuity);
        this.id = id;
        this.client = client;
        this.namespace = namespace;
        this.handshake = handshake;
        this.membership = new Membership(this, namespace.rooms(), phase);
        this.acks = client.newPendingAcks(namespace::nextAckId);
        this.expiry = client.newExpiry(this);
        this.data = new CoreSocketData(client.json(), continuity == null ? Map.of() : continuity.data());
        this.parting = new Parting(
                call -> client.lane().add(() -> client.events().inRequestContext(call)),
                membership,
                thrown -> failed(SocketError.Kind.LISTENER, "A disconnect listener", thrown));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CoreNamespace namespace() {
        return namespace;
    }

    @Override
    public Handshake handshake() {
        return handshake;
    }

    @Override
    public EngineSocket conn() {
        return client.conn();
    }

    @Override
    public boolean recovered() {
        return continuity != null && continuity.comeback() != null;
    }

    @Override
    public boolean isConnected() {
        return phase.isConnected();
    }

    @Override
    public Set<String> rooms() {
        Set<String> rooms = membership.rooms();
        rooms.removeIf(UserRooms::contain);
        return rooms;
    }

    /** All rooms, that of the user among them. */
    Set<String> allRooms() {
        return membership.rooms();
    }

    @Override
    public void join(String... names) {
        RoomNames.check(names);
        logJoin(names);
        membership.join(names);
        namespace.rooms().tell();
    }

    private void logJoin(String... names) {
        if (CoreLog.isDebug()) {
            CoreLog.debug(
                    "socket {0} joins {1}",
                    inLog(), Stream.of(names).map(this::printable).toList());
        }
    }

    @Override
    public void leave(String... names) {
        RoomNames.check(names);
        if (CoreLog.isDebug()) {
            CoreLog.debug(
                    "socket {0} leaves {1}",
                    inLog(), Stream.of(names).map(this::printable).toList());
        }
        membership.leave(names);
        namespace.rooms().tell();
    }

    @Override
    public CoreSocketData data() {
        return data;
    }

    @Override
    public Map<String, Object> attributes() {
        return attributes;
    }

    @Override
    Expiry expiry() {
        return expiry;
    }

    /** The credentials have expired. If it is just being connected, that is awaited. */
    void expire() {
        if (membership.isConnected()) {
            disconnect("the credentials have expired");
        }
    }

    /** Has something run on the dispatch, beside the lane. */
    void elsewhere(Runnable work) {
        client.elsewhere(() -> events().inRequestContext(work));
    }

    @Override
    public void disconnect() {
        disconnect((String) null);
    }

    private void disconnect(@Nullable String description) {
        if (end(DisconnectReason.SERVER_NAMESPACE_DISCONNECT, description)) {
            client.send(new SocketPacket.Disconnect(namespace.name()));
        }
    }

    /** As {@link #disconnect(boolean)}, also of one that is not connected yet: it is not let in. */
    void expel(boolean close) {
        boolean connected = !refuse(Refusal.EXPELLED) && membership.isConnected();
        if (close) {
            client.disconnectAll();
        } else if (connected) {
            disconnect();
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
        return "Socket " + inLog() + " in " + namespace.inLog();
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

    @Override
    PendingAcks acks() {
        return acks;
    }

    @Override
    Content encode(@Nullable String event, @Nullable Object @Nullable [] arguments) {
        return Content.encode(client.json(), event, arguments);
    }

    /** Whether the current thread is the one that would read this client's answers. */
    boolean isReadByThisThread() {
        return client.isReadByThisThread();
    }

    boolean acknowledge(long ackId, Content content) {
        if (!isConnected()) {
            return false;
        }
        client.send(new SocketPacket.Ack(namespace.name(), ackId, JsonArray.of(content.data()), content.attachments()));
        return true;
    }

    /**
     * Tells the client that it is in the namespace, and lets others reach it. In this order: whoever sees the socket may send to it, and nothing may
     * come before the CONNECT.
     *
     * @return false when the client has gone meanwhile
     */
    boolean connect() {
        logJoin(id);
        boolean connected = namespace.recovery().connect(this);
        namespace.rooms().tell();
        if (connected) {
            client.onConnected();
        }
        return connected;
    }

    /** What the client is told when it is connected, with the secret by which it can come back, if it can. */
    Outgoing welcome(@Nullable String pid) {
        String payload = client.revision().welcome(id, pid);
        return new Outgoing(client.encode(new SocketPacket.Connect(namespace.name(), payload)));
    }

    /**
     * Has the client told, and lets others reach this socket; answers false when the client has gone meanwhile. Rooms are told of afterwards, by
     * {@link Rooms#tell}.
     */
    boolean enter(Outgoing welcome) {
        membership.join(id);
        return membership.connect(() -> outlet.queue(welcome));
    }

    /** Lets others reach this socket no more. Rooms are told of afterwards. */
    void exit() {
        membership.end();
    }

    @Nullable
    @Override
    Continuity continuity() {
        return continuity;
    }

    /** What is sent to the client. */
    @Override
    Outlet outlet() {
        return outlet;
    }

    @Override
    Client client() {
        return client;
    }

    /** Ends a socket that is not connected; answers whether it just did. */
    boolean abandon() {
        return abandon(false);
    }

    private boolean abandon(boolean refused) {
        boolean ended = phase.onAbandoned();
        if (ended) {
            exit();
            cleanUp();
            membership.forget();
            namespace.recovery().abandon(this, refused);
            lane().add(() -> events().forget(this));
        }
        return ended;
    }

    /** Ends a socket that is connected; answers whether it just did. */
    boolean end(DisconnectReason reason, @Nullable String description) {
        boolean ended = phase.onDisconnected(reason);
        if (ended) {
            namespace.metrics().disconnected(reason);
            namespace.recovery().leave(this, Reasons.areRecoverable(reason));
            cleanUp();
            client.lane().add(() -> namespace.disconnected(this, reason, description));
        }
        return ended;
    }

    /** The client is gone. A candidate may just be getting connected: what could not be abandoned is ended, so that nobody who was told goes unheard. */
    void onClose(DisconnectReason reason, @Nullable String description) {
        if (!end(reason, description) && !abandon() && membership.isConnected()) {
            end(reason, description);
        }
    }

    /** The client of a candidate that is refused is told so; answers false if it is no candidate any more. */
    boolean refuse(Refusal refusal) {
        boolean refused = abandon(true);
        if (refused) {
            namespace.metrics().counters().refused(RefusalCause.APPLICATION);
            client.send(new SocketPacket.ConnectError(
                    namespace.name(), client.revision().refusal(refusal, json())));
        }
        return refused;
    }

    /** Is in these rooms again, in which it was before its client came back. */
    void rejoin(Set<String> rooms) {
        membership.join(rooms.toArray(String[]::new));
        namespace.rooms().tell();
    }

    /** An event whose turn it is. It may have been read while the socket ended, and come after that. */
    void receive(CoreEvent event) {
        if (phase.mayDeliver() && !parting.hasBegun()) {
            new Arrival(this, event, new EventOutcome(this, event, namespace.unwelcome())).begin();
        } else {
            CoreLog.debug("an event is dropped: its socket was disconnected");
        }
    }

    @Override
    JsonCodec json() {
        return client.json();
    }

    ApplicationEvents events() {
        return client.events();
    }

    /** Where the application's code runs for this client. */
    EventLane lane() {
        return client.lane();
    }

    /** Nobody is there for an event. */
    void noteUnheard(CoreEvent event) {
        namespace.noteUnheard(event.name());
    }

    /** Tells the error listeners; answers whether there are any. What the client caused, its socket's listeners are told, too. */
    boolean tell(SocketError error) {
        boolean told =
                switch (error.kind()) {
                    case EVENT_REFUSED, FORBIDDEN, CONSTRAINT, PAYLOAD -> Errors.tell(errorListeners(), error);
                    default -> false;
                };
        return namespace.errors().tell(error) || told;
    }

    Errors errors() {
        return namespace.errors();
    }

    /** Code of the application threw; {@code what} says which, for the log. */
    void failed(SocketError.Kind kind, String what, Throwable thrown) {
        namespace.errors().failed(kind, this, what, thrown);
    }

    @Override
    Parting parting() {
        return parting;
    }

    private void cleanUp() {
        namespace.rooms().tell();
        client.remove(this);
        acks.close();
        expiry.end();
        namespace.left();
    }
}
