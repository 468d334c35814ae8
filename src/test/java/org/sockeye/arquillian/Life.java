package org.sockeye.arquillian;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Connecting;
import org.sockeye.cdi.ConnectionRequest;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnecting;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.On;

/** Keeps what happens to the sockets of a namespace, and tells it to the others there when one is gone. */
@ApplicationScoped
public class Life {

    private static final String HERE = "/life";

    private final Map<String, Queue<String>> happened = new ConcurrentHashMap<>();

    @Inject
    SocketIoServer io;

    void asked(@Observes @Connecting(namespace = HERE) ConnectionRequest request, Namespace namespace) {
        note(request.socket(), "connecting to " + namespace.name());
    }

    void came(@Observes @Connected(namespace = HERE) Socket socket) {
        note(socket, "connected");
        socket.join("room");
    }

    void said(@Observes @Priority(1000) @On(value = "say", namespace = HERE) String word, Socket socket) {
        note(socket, "said " + word);
    }

    void event(@Observes @On(namespace = HERE) SocketEvent event, Socket socket) {
        note(socket, "event " + event.name());
    }

    void leaving(@Observes @Disconnecting(namespace = HERE) Disconnection going) {
        note(going.socket(), "disconnecting in room " + going.socket().rooms().contains("room"));
    }

    void left(@Observes @Disconnected(namespace = HERE) Disconnection gone, Socket socket) {
        note(socket, "disconnected in room " + gone.socket().rooms().contains("room"));
        io.of(HERE)
                .emit(
                        "gone",
                        socket.id(),
                        List.copyOf(happened.getOrDefault(socket.id(), new ConcurrentLinkedQueue<>())));
    }

    void project(@Observes @On(value = "where", namespace = "^/project-\\d+$") SocketEvent event) {
        event.socket().emit("where", "project");
    }

    void everywhere(@Observes @On(value = "where", namespace = "*") SocketEvent event, Namespace namespace) {
        event.answer(namespace.name());
    }

    void main(@Observes @On("where") SocketEvent event) {
        event.socket().emit("where", "main");
    }

    private void note(Socket socket, String what) {
        happened.computeIfAbsent(socket.id(), id -> new ConcurrentLinkedQueue<>())
                .add(what);
    }
}
