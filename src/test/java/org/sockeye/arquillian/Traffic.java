package org.sockeye.arquillian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.sockeye.Acknowledgement;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.On;

/** What there is to count in the applications of {@link MetricsIT}. */
@ApplicationScoped
public class Traffic {

    @Inject
    SocketIoServer io;

    void echo(@Observes @On(value = "echo", namespace = "^/room-\\d+$") SocketEvent event) {
        event.answer("echo");
    }

    /** The client owes an answer from then on. */
    void ask(@Observes @On("ask me") SocketEvent event) {
        event.socket().emitWithAck("question");
        event.answer("asked");
    }

    void close(@Observes @On("close") String namespace, Acknowledgement answer) {
        io.of(namespace).disconnectSockets();
        answer.answer("closed");
    }
}
