package org.sockeye.example.chat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sockeye.Acknowledgement;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Connecting;
import org.sockeye.cdi.ConnectionRequest;
import org.sockeye.cdi.On;

/** Who may connect: everybody who has logged in, unless a moderator has removed her a moment ago. */
@ApplicationScoped
public class Doorkeeper {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Inject
    SocketIoServer io;

    private final Map<String, Instant> removed = new ConcurrentHashMap<>();

    void connecting(@Observes @Connecting ConnectionRequest request) {
        removed.values().removeIf(Instant.now()::isAfter);
        Principal user = request.handshake().principal();
        if (user == null) {
            request.refuse("Log in first.", Map.of("login", true));
        } else if (removed.containsKey(user.getName())) {
            request.refuse("A moderator has removed you. Come back in a minute.");
        }
    }

    @RolesAllowed("moderator")
    void removes(@Observes @On("remove") String name, Acknowledgement page) {
        removed.put(name, Instant.now().plus(PAUSE));
        io.ofUser(name).disconnectSockets();
        page.answer(Answer.yes());
    }
}
