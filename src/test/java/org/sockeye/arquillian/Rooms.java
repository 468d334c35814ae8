package org.sockeye.arquillian;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.inject.Inject;
import java.util.Map;
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

/** The application of {@link RoomsIT}. */
@ApplicationScoped
public class Rooms {

    @Inject
    SocketIoServer io;

    void connecting(@Observes @Connecting(namespace = "^/room-\\d+$") ConnectionRequest request) {
        if (request.handshake().auth().get("stranger") != null) {
            request.refuse("no strangers", Map.of("ask", "somebody"));
        }
        request.attributes().put("name", "guest of " + request.namespace().name());
    }

    void connected(@Observes @Connected(namespace = "^/room-\\d+$") Socket socket) {
        socket.join("table");
        socket.emit("welcome", requireNonNull(socket.attributes().get("name")));
    }

    void leaving(@Observes @Disconnecting(namespace = "^/room-\\d+$") Disconnection going) {
        tell("leaving", going);
    }

    void left(@Observes @Disconnected(namespace = "*", server = "*") Disconnection gone) {
        tell("left", gone);
    }

    void arrives(@Observes @Connected(namespace = "/news") Socket reader) {
        reader.join("readers");
    }

    private void tell(String what, Disconnection whose) {
        Socket socket = whose.socket();
        io.of("/news").emit(what, socket.id(), socket.rooms().contains("table"));
    }

    /** Would answer, if nobody vetoed it. */
    @ApplicationScoped
    public static class Vetoed {

        void answers(@Observes @Priority(1) @On("veto") SocketEvent event) {
            event.answer("vetoed");
        }
    }

    void veto(@Observes @Priority(2) @On("veto") SocketEvent event) {
        event.answer("not vetoed");
    }

    /** An extension of the application, which vetoes one of its beans. */
    public static class Veto implements Extension {

        void veto(@Observes ProcessAnnotatedType<Vetoed> type) {
            type.veto();
        }
    }
}
