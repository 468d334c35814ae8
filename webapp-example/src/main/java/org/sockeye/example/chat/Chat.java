package org.sockeye.example.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.Principal;
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
 * checked before it is used, and what a page waits for is answered, so that it can tell its user.
 */
@ApplicationScoped
public class Chat {

    private static final int LONGEST_ROOM = 30;
    private static final int LONGEST_TEXT = 1000;

    @Inject
    Rooms rooms;

    void connected(@Observes @Connected Socket socket) {
        Principal user = socket.handshake().principal();
        if (user == null) {
            socket.disconnect();
            return;
        }
        socket.join("user/" + user.getName());
        socket.emit("welcome", new Welcome(user.getName(), rooms.all()));
    }

    void enters(@Observes @On("enter") Entry entry, Socket socket, Acknowledgement page) {
        Optional<String> room = Input.line(entry.room(), LONGEST_ROOM);
        room.ifPresent(name -> rooms.enter(socket, name));
        page.answer(room.isPresent() ? Answer.yes() : Answer.no("A room has 1 to " + LONGEST_ROOM + " characters."));
    }

    void types(@Observes @On("typing") Boolean typing, Socket socket) {
        rooms.tellTyping(socket, typing);
    }

    void says(@Observes @On("message") Words words, Socket socket, Acknowledgement page) {
        Optional<String> text = Input.text(words.text(), LONGEST_TEXT);
        if (text.isEmpty()) {
            page.answer(Answer.no("A message has 1 to " + LONGEST_TEXT + " characters."));
        } else if (words.to().isPresent()) {
            boolean here = rooms.tellPerson(socket, words.to().get(), text.get());
            page.answer(here ? Answer.yes() : Answer.no(words.to().get() + " is not here."));
        } else {
            boolean entered = rooms.tellRoom(socket, text.get());
            page.answer(entered ? Answer.yes() : Answer.no("Enter a room first."));
        }
    }

    void disconnected(@Observes @Disconnected Disconnection gone) {
        rooms.leave(gone.socket());
    }
}
