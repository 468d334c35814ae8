package org.sockeye.example.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sockeye.Broadcaster;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;

/**
 * Who is in which room, and what the others are told of it.
 *
 * <p>A page is in one room at a time. Pages come and go on several threads, so every method is synchronized; that may include
 * sending, which never waits for a page, and makes the lists arrive in the order of the changes.
 */
@ApplicationScoped
public class Rooms {

    @Inject
    SocketIoServer io;

    private final Map<Socket, Person> people = new HashMap<>();

    synchronized void enter(Socket socket, Person person) {
        leave(socket);
        people.put(socket, person);
        socket.join(nameOf(person.room()));
        socket.to(nameOf(person.room())).emit("entered", person.name());
        tellWhoIsIn(person.room());
    }

    synchronized void leave(Socket socket) {
        Person person = people.remove(socket);
        if (person == null) {
            return;
        }
        socket.leave(nameOf(person.room()));
        everyoneIn(person.room()).emit("left", person.name());
        tellWhoIsIn(person.room());
    }

    synchronized void tell(String room, Message message) {
        everyoneIn(room).emit("message", message);
    }

    synchronized Optional<Person> personAt(Socket socket) {
        return Optional.ofNullable(people.get(socket));
    }

    /** Every room that somebody is in, with the number of people, by name. */
    synchronized Map<String, Integer> all() {
        Map<String, Integer> rooms = new TreeMap<>();
        people.values().forEach(person -> rooms.merge(person.room(), 1, Integer::sum));
        return rooms;
    }

    private void tellWhoIsIn(String room) {
        List<String> names = people.values().stream()
                .filter(person -> person.room().equals(room))
                .map(Person::name)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        everyoneIn(room).emit("people", names);
        io.emit("rooms", all());
    }

    private Broadcaster everyoneIn(String room) {
        return io.to(nameOf(room));
    }

    /** Every socket is alone in a room named like its id: the prefix keeps what people type away from those. */
    private static String nameOf(String room) {
        return "chat/" + room;
    }
}
