package org.sockeye.example.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sockeye.Acknowledgement;
import org.sockeye.Socket;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.On;

/**
 * The chat: what the server does when a page connects, enters a room, says something, and goes.
 *
 * <p>The events of one page arrive one after the other, those of two pages at the same time. What comes from a page is
 * checked before it is used, and every event is answered, so that the page can tell its user.
 */
@ApplicationScoped
public class Chat {

    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_TEXT = 1000;

    @Inject
    Rooms rooms;

    void connected(@Observes @Connected Socket socket) {
        socket.emit("rooms", rooms.all());
    }

    void enters(@Observes @On("enter") Entry entry, Socket socket, Acknowledgement page) {
        Optional<String> name = Input.line(entry.name(), LONGEST_NAME);
        Optional<String> room = Input.line(entry.room(), LONGEST_NAME);
        if (name.isEmpty() || room.isEmpty()) {
            page.answer(Answer.no("A name and a room have 1 to " + LONGEST_NAME + " characters."));
            return;
        }
        rooms.enter(socket, new Person(name.get(), room.get()));
        page.answer(Answer.yes());
    }

    void says(@Observes @On("message") String words, Socket socket, Acknowledgement page) {
        Optional<Person> person = rooms.personAt(socket);
        Optional<String> text = Input.text(words, LONGEST_TEXT);
        if (person.isEmpty() || text.isEmpty()) {
            page.answer(Answer.no(person.isEmpty() ? "Enter a room first." : "A message has 1 to " + LONGEST_TEXT + " characters."));
            return;
        }
        rooms.tell(person.get().room(), new Message(socket.id(), person.get().name(), text.get(), Instant.now()));
        page.answer(Answer.yes());
    }

    void disconnected(@Observes @Disconnected Disconnection gone) {
        rooms.leave(gone.socket());
    }
}
