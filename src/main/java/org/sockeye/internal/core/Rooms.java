package org.sockeye.internal.core;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.internal.protocol.JsonArray;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Flags;
import org.sockeye.spi.LocalSockets;
import org.sockeye.spi.Selector;

/**
 * The sockets of a namespace and the rooms that they are in.
 *
 * <p>A room exists while somebody is in it. Each socket keeps the names of its own rooms and changes both sides under its own lock;
 * here are only concurrent maps, so that a broadcast holds no lock. A socket that enters or leaves meanwhile may or may not be reached.
 */
final class Rooms implements LocalSockets {

    private final String namespace;
    private final Function<SocketPacket, List<Frame>> encoder;
    private final ConcurrentMap<String, CoreSocket> sockets = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Set<CoreSocket>> rooms = new ConcurrentHashMap<>();

    Rooms(String namespace, Function<SocketPacket, List<Frame>> encoder) {
        this.namespace = namespace;
        this.encoder = encoder;
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
            Set<CoreSocket> some = members == null ? ConcurrentHashMap.newKeySet() : members;
            some.add(socket);
            return some;
        });
    }

    void leave(CoreSocket socket, String room) {
        rooms.computeIfPresent(room, (name, members) -> {
            members.remove(socket);
            return members.isEmpty() ? null : members;
        });
    }

    /** The sockets that are connected. */
    Collection<CoreSocket> connected() {
        return sockets.values().stream().filter(CoreSocket::isConnected).toList();
    }

    /** How many rooms there are. */
    int count() {
        return rooms.size();
    }

    @Override
    public void deliver(EventPacket packet, Selector selector, Flags flags) {
        SocketPacket.Event event =
                new SocketPacket.Event(namespace, packet.id(), JsonArray.of(packet.data()), packet.attachments());
        Outgoing message = new Outgoing(encoder.apply(event), flags);
        forEach(selector, socket -> socket.send(event, message));
    }

    private void forEach(Selector selector, Consumer<CoreSocket> action) {
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
