package org.sockeye.example.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.security.Principal;
import org.sockeye.Acknowledgement;
import org.sockeye.Socket;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.OfSocket;
import org.sockeye.cdi.On;

/**
 * The chat: what the server does when a page connects, enters a room, says something, and goes.
 *
 * <p>The events of one page arrive one after the other, those of two pages at the same time. What is not {@code @Valid} does not arrive: the page
 * is told why. What does is answered, so that the page can tell its user.
 */
@ApplicationScoped
public class Chat {

    @Inject
    Rooms rooms;

    @Inject
    Pace pace;

    void connected(@Observes @Connected Socket socket, @OfSocket Principal user) {
        boolean moderator = socket.handshake().isUserInRole("moderator");
        socket.emit("welcome", new Welcome(user.getName(), moderator, rooms.all()));
    }

    void enters(@Observes @On("enter") @Valid Entry entry, Socket socket, Acknowledgement page) {
        rooms.enter(socket, entry.room());
        page.answer(Answer.yes());
    }

    void types(@Observes @On("typing") Boolean now, Socket socket) {
        rooms.tellTyping(socket, now);
    }

    void says(@Observes @On("message") @Valid Words words, Socket socket, Acknowledgement page) {
        if (!pace.allowsAnother()) {
            page.answer(Answer.no("Not so fast. Wait a moment."));
        } else if (words.to().isEmpty()) {
            boolean entered = rooms.tellRoom(socket, words.text());
            page.answer(entered ? Answer.yes() : Answer.no("Enter a room first."));
        } else {
            boolean here = rooms.tellPerson(socket, words.to().get(), words.text());
            page.answer(here ? Answer.yes() : Answer.no(words.to().get() + " is not here."));
        }
    }

    void disconnected(@Observes @Disconnected Disconnection gone) {
        rooms.leave(gone.socket());
    }
}
