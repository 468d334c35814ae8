package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.RoomListener;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.protocol.JsonArray;
import org.sockeye.internal.protocol.JsonText;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.AnswerPacket;
import org.sockeye.spi.Answers;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Flags;
import org.sockeye.spi.LocalSockets;
import org.sockeye.spi.RecoverableSession;
import org.sockeye.spi.RestoredSession;
import org.sockeye.spi.Selector;
import org.sockeye.spi.SocketDetails;

/**
 * The sockets of a namespace and the rooms that they are in.
 *
 * <p>A room exists while somebody is in it. Each socket keeps the names of its own rooms and changes both sides under its own lock;
 * here are only concurrent maps, so that a broadcast holds no lock. A socket that enters or leaves meanwhile may or may not be reached.
 */
final class Rooms implements LocalSockets {

    private final String namespace;
    private final CoreServer server;
    private final LongSupplier ackIds;
    private final ServerSideListeners serverSide;
    private final NamespaceRecovery recovery;
    private final RoomNotices notices;
    private final NamespaceLane serverSideEvents;
    private final ConcurrentMap<String, CoreSocket> sockets = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Set<CoreSocket>> rooms = new ConcurrentHashMap<>();

    Rooms(
            String namespace,
            CoreServer server,
            LongSupplier ackIds,
            ServerSideListeners serverSide,
            NamespaceRecovery recovery) {
        this.namespace = namespace;
        this.server = server;
        this.ackIds = ackIds;
        this.serverSide = serverSide;
        this.recovery = recovery;
        this.notices = new RoomNotices(new NamespaceLane(server));
        this.serverSideEvents = new NamespaceLane(server);
    }

    @Override
    public String namespace() {
        return namespace;
    }

    void add(CoreSocket socket) {
        sockets.put(socket.id(), socket);
    }

    /** Another socket with the same id stays: an application may give an id again as soon as its session is over. */
    void remove(CoreSocket socket) {
        sockets.remove(socket.id(), socket);
    }

    void join(CoreSocket socket, String room) {
        rooms.compute(room, (name, members) -> {
            if (members == null) {
                notices.note(listener -> listener.created(room));
            }
            Set<CoreSocket> some = members == null ? ConcurrentHashMap.newKeySet() : members;
            some.add(socket);
            notices.note(listener -> listener.joined(room, socket.id()));
            return some;
        });
    }

    void leave(CoreSocket socket, String room) {
        rooms.computeIfPresent(room, (name, members) -> {
            if (members.remove(socket)) {
                notices.note(listener -> listener.left(room, socket.id()));
            }
            if (!members.isEmpty()) {
                return members;
            }
            notices.note(listener -> listener.deleted(room));
            return null;
        });
    }

    /** The sockets that are connected. */
    Collection<CoreSocket> connected() {
        return sockets.values().stream().filter(CoreSocket::isConnected).toList();
    }

    /** Has the room listeners told of what sockets have entered and left. Not under a lock. */
    void tell() {
        notices.tell();
    }

    @Override
    public Set<String> rooms() {
        return Set.copyOf(rooms.keySet());
    }

    @Override
    public void onRoom(RoomListener listener) {
        notices.add(listener);
    }

    /** How many rooms there are. */
    int count() {
        return rooms.size();
    }

    @Override
    public void deliver(EventPacket packet, Selector selector, Flags flags) {
        Recovery kept = NamespaceRecovery.isKept(packet, flags) ? recovery.server() : null;
        if (kept != null) {
            recovery.deliver(kept, this, packet, selector, flags);
            return;
        }
        SocketPacket.Event seen = event(packet, packet.id());
        Outgoing plain = new Outgoing(server.encode(seen), flags);
        Outgoing marked = packet.offset().isEmpty() ? plain : encode(packet, flags);
        forEach(selector, socket -> socket.outlet().send(seen, socket.continuity() == null ? plain : marked));
    }

    @Override
    public void persistSession(RecoverableSession session) {
        recovery.persist(session);
    }

    @Override
    public CompletionStage<Optional<RestoredSession>> restoreSession(String pid, @Nullable String offset) {
        return recovery.restore(pid, offset);
    }

    @Override
    public void deliverWithAck(EventPacket packet, Selector selector, Flags flags, Answers answers) {
        Running running = server.running();
        if (running == null) {
            answers.expect(0);
            return;
        }
        long id = ackIds.getAsLong();
        SocketPacket.Event event = event(packet, OptionalLong.of(id));
        Outgoing message = new Outgoing(server.encode(event), flags);
        BroadcastAcks acks = new BroadcastAcks(id, answers);
        List<CoreSocket> asked =
                connected(selector).stream().filter(acks::expect).toList();
        acks.arm(
                running.environment().timer(),
                flags.timeout().orElse(running.environment().config().ackTimeout()));
        if (answers instanceof Gathering<?> gathering) {
            gathering.asks(acks);
        }
        answers.expect(asked.size());
        asked.forEach(socket -> socket.outlet().send(event, message));
    }

    @Override
    public List<SocketDetails> fetch(Selector selector) {
        return connected(selector).stream()
                .<SocketDetails>map(LocalDetails::new)
                .toList();
    }

    @Override
    public void join(Selector selector, Set<String> names) {
        String[] own = UserRooms.without(names);
        connected(selector).forEach(socket -> socket.join(own));
    }

    @Override
    public void leave(Selector selector, Set<String> names) {
        String[] own = UserRooms.without(names);
        connected(selector).forEach(socket -> socket.leave(own));
    }

    @Override
    public void disconnect(Selector selector, boolean close) {
        String user = UserRooms.in(selector.rooms());
        if (user == null) {
            connected(selector).forEach(socket -> socket.disconnect(close));
        } else {
            expel(user, selector, close);
        }
    }

    /** A user has logged out: of hers, what is not connected yet is not let in. First who is in no namespace, as such a client may soon be in one. */
    private void expel(String user, Selector selector, boolean close) {
        if (namespace.equals("/")) {
            server.expelUnconnected(user, close);
        }
        forEach(selector, socket -> socket.expel(close));
    }

    @Override
    public void serverSideEvent(EventPacket packet) {
        tell(packet, null);
    }

    @Override
    public void serverSideEvent(EventPacket packet, Consumer<AnswerPacket> answer) {
        tell(packet, answer);
    }

    private void tell(EventPacket packet, @Nullable Consumer<AnswerPacket> answer) {
        Running running = server.running();
        if (running != null) {
            serverSideEvents.add(
                    () -> serverSide.deliver(packet, running.environment().json(), answer, server.errors()));
        }
    }

    private List<CoreSocket> connected(Selector selector) {
        List<CoreSocket> chosen = new ArrayList<>();
        forEach(selector, socket -> {
            if (socket.isConnected()) {
                chosen.add(socket);
            }
        });
        return chosen;
    }

    /** An event without its offset: as clients are sent it that cannot come back, and as listeners see it. */
    SocketPacket.Event event(EventPacket packet, OptionalLong id) {
        return new SocketPacket.Event(namespace, id, JsonArray.of(packet.data()), packet.attachments());
    }

    /** The frames of an event, with its offset as the last argument if it has one. */
    Outgoing encode(EventPacket packet, Flags flags) {
        List<String> data = new ArrayList<>(packet.data());
        packet.offset().map(JsonText::quote).ifPresent(data::add);
        return new Outgoing(
                server.encode(new SocketPacket.Event(namespace, packet.id(), JsonArray.of(data), packet.attachments())),
                flags);
    }

    /** Does something for each socket that matches. */
    void forEach(Selector selector, Consumer<CoreSocket> action) {
        List<Set<CoreSocket>> excepted = members(selector.except());
        for (CoreSocket socket : candidates(selector.rooms())) {
            if (!isInAny(excepted, socket)) {
                action.accept(socket);
            }
        }
    }

    /** A loop, as it runs for every recipient of a broadcast. */
    private static boolean isInAny(List<Set<CoreSocket>> some, CoreSocket socket) {
        for (Set<CoreSocket> members : some) {
            if (members.contains(socket)) {
                return true;
            }
        }
        return false;
    }

    private Collection<CoreSocket> candidates(Set<String> names) {
        if (names.isEmpty()) {
            return sockets.values();
        }
        List<Set<CoreSocket>> chosen = members(names);
        if (chosen.size() == 1) {
            return chosen.get(0);
        }
        Set<CoreSocket> union = new HashSet<>();
        chosen.forEach(union::addAll);
        return union;
    }

    private List<Set<CoreSocket>> members(Set<String> names) {
        return names.stream().map(rooms::get).filter(Objects::nonNull).toList();
    }
}
