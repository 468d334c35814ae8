package org.sockeye.arquillian;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import org.sockeye.Acknowledgement;
import org.sockeye.Handshake;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Connecting;
import org.sockeye.cdi.ConnectionRequest;
import org.sockeye.cdi.On;

/** An application that only users may use, and some of it only admins. */
@ApplicationScoped
public class Desk {

    @Inject
    SocketIoServer io;

    void asked(@Observes @Connecting ConnectionRequest request) {
        Principal caller = request.handshake().principal();
        if (caller == null) {
            request.refuse("log in first", Map.of("login", "/login"));
        } else {
            request.attributes().put("name", caller.getName());
        }
    }

    @RolesAllowed("admin")
    void adminsOnly(@Observes @Connecting(namespace = "/admin") ConnectionRequest request) {
        request.accept();
    }

    void joined(@Observes @Connected Socket socket) {
        socket.emit("welcome", socket.attributes().get("name"));
    }

    void who(@Observes @On("who am i") SocketEvent event, Handshake handshake, Acknowledgement ack) {
        Principal caller = handshake.principal();
        ack.answer(
                caller == null ? "nobody" : caller.getName(),
                handshake.isUserInRole("user"),
                handshake.isUserInRole("admin"));
    }

    @RolesAllowed("admin")
    void closed(@Observes @On("close") Integer ticket, Acknowledgement ack) {
        ack.answer("closed", ticket);
    }

    @DenyAll
    void never(@Observes @On("never") SocketEvent event, Acknowledgement ack) {
        ack.answer("reached");
    }

    void mailed(@Observes @On("mail") Map<String, String> mail) {
        io.ofUser(requireNonNull(mail.get("to"))).emit("mail", mail.get("text"));
    }

    void removed(@Observes @On("log out") String user) {
        io.ofUser(user).disconnectSockets(true);
    }

    void expiring(@Observes @On("expire") SocketEvent event, Socket socket) {
        socket.expireAt(Instant.now());
    }
}
