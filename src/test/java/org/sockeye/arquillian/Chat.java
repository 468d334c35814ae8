package org.sockeye.arquillian;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sockeye.Acknowledgement;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.On;

/** The application of the tests. */
@ApplicationScoped
public class Chat {

    public record ChatMessage(String text, List<String> tags) {}

    public record Photo(String name, byte[] data) {}

    public record Whisper(String to, String text) {}

    private final Map<String, Socket> sockets = new ConcurrentHashMap<>();

    @Inject
    SocketIoServer io;

    @Inject
    Visits visits;

    void joined(@Observes @Connected Socket socket) {
        sockets.put(socket.id(), socket);
        socket.join("lobby");
        socket.emit("welcome", socket.id());
    }

    void said(@Observes @On("chat message") ChatMessage message, Socket from, Acknowledgement ack) {
        from.to("lobby").emit("chat message", message);
        ack.answer("delivered", from == sockets.get(from.id()));
    }

    void whispered(@Observes @On("whisper") Whisper whisper, Socket from) {
        requireNonNull(sockets.get(whisper.to())).emit("whisper", from.id(), whisper.text());
    }

    void photographed(@Observes @On("photo") Photo photo, Acknowledgement ack) {
        ack.answer(new Photo(photo.name() + "!", photo.data()));
    }

    void asked(@Observes @On("who am i") Optional<String> nothing, Socket me, Namespace in, Handshake with) {
        me.emit("you are", in.name(), in == me.namespace(), with == me.handshake(), nothing.isPresent());
    }

    void counted(@Observes @On("visit") SocketEvent event) {
        visits.count();
        event.answer(visits.count(), event.count());
    }

    void announced(@Observes @On("announce") String news) {
        io.in("lobby").emit("news", news);
    }

    void left(@Observes @Disconnected Disconnection gone) {
        sockets.remove(gone.socket().id());
        io.emit("left", gone.socket().id(), gone.reason().text());
    }
}
