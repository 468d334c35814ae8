package org.sockeye.example.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sockeye.Broadcaster;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;

/**
 * Who is in which room, and what the others are told of it.
 *
 * <p>A page is in one room at a time; a person may have several pages, on several devices, and counts once. Pages come and go on
 * several threads, so every method is synchronized; that may include sending, which never waits for a page, and makes the
 * lists arrive in the order of the changes.
 */
@ApplicationScoped
public class Rooms {

    @Inject
    SocketIoServer io;

    private final Map<Socket, String> rooms = new HashMap<>();

    synchronized void enter(Socket socket, String room) {
        if (room.equals(rooms.get(socket))) {
            return;
        }
        leave(socket);
        if (!peopleIn(room).contains(nameOf(socket))) {
            everyoneIn(room).emit("entered", nameOf(socket));
        }
        rooms.put(socket, room);
        socket.join(keyOf(room));
        tellWhoIsIn(room);
    }

    synchronized void leave(Socket socket) {
        String room = rooms.remove(socket);
        if (room == null) {
            return;
        }
        socket.leave(keyOf(room));
        if (!peopleIn(room).contains(nameOf(socket))) {
            everyoneIn(room).emit("left", nameOf(socket));
        }
        tellWhoIsIn(room);
    }

    /** Tells everyone in the room of a page, and answers whether it is in one. */
    synchronized boolean tellRoom(Socket from, String text) {
        String room = rooms.get(from);
        if (room != null) {
            everyoneIn(room).emit("message", new Message(nameOf(from), room, text, Instant.now()));
        }
        return room != null;
    }

    /** Tells one person, and the speaker, on all devices of both; answers whether that person is in any room. */
    synchronized boolean tellPerson(Socket from, String to, String text) {
        boolean here = rooms.keySet().stream().anyMatch(socket -> nameOf(socket).equals(to));
        if (here) {
            Message message = new Message(nameOf(from), to, text, Instant.now());
            io.ofUser(to).emit("direct", message);
            if (!to.equals(nameOf(from))) {
                io.ofUser(nameOf(from)).emit("direct", message);
            }
        }
        return here;
    }

    /** Tells the others in the room of a page whether its user is typing. */
    synchronized void tellTyping(Socket socket, boolean now) {
        String room = rooms.get(socket);
        if (room != null) {
            socket.to(keyOf(room)).emit("typing", new Typing(nameOf(socket), now));
        }
    }

    /** Every room that somebody is in, with the number of people, by name. */
    synchronized Map<String, Integer> all() {
        Map<String, Integer> sizes = new TreeMap<>();
        rooms.values().forEach(room -> sizes.computeIfAbsent(room, any -> peopleIn(room).size()));
        return sizes;
    }

    private void tellWhoIsIn(String room) {
        everyoneIn(room).emit("people", peopleIn(room));
        io.emit("rooms", all());
    }

    private Set<String> peopleIn(String room) {
        return rooms.keySet().stream()
                .filter(socket -> room.equals(rooms.get(socket)))
                .map(Rooms::nameOf)
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
    }

    private Broadcaster everyoneIn(String room) {
        return io.to(keyOf(room));
    }

    private static String nameOf(Socket socket) {
        return socket.handshake().principal().getName();
    }

    /** Every socket is alone in a room named like its id: the prefix keeps what people type away from those. */
    private static String keyOf(String room) {
        return "chat/" + room;
    }
}
