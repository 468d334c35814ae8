package org.sockeye.internal.cdi;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
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

/** Observers that show order, injection, contexts and failures. */
final class DeliveryBeans {

    private DeliveryBeans() {}

    @ApplicationScoped
    static class Chat {

        final Map<String, Socket> kept = new ConcurrentHashMap<>();

        @Inject
        Recorder recorder;

        void joined(@Observes @Connected Socket socket) {
            kept.put(socket.id(), socket);
            recorder.saw(socket);
        }

        void said(@Observes @On("said") String to, Socket from, Acknowledgement ack, Namespace in, Handshake of) {
            List.of(from, ack, in, of).forEach(recorder::saw);
        }

        void send(@Observes @On("send") String to) {
            requireNonNull(kept().get(to)).emit("private");
        }

        void left(@Observes @Disconnected Disconnection gone, Socket socket) {
            recorder.saw(gone);
            recorder.saw(socket);
        }

        Map<String, Socket> kept() {
            return kept;
        }
    }

    @ApplicationScoped
    static class Ordered {

        @Inject
        Recorder recorder;

        void third(@Observes @Priority(3000) @On("order") SocketEvent event) {
            recorder.saw(3);
        }

        void first(@Observes @Priority(1000) @On("order") String text) {
            recorder.saw(1);
        }

        void second(@Observes @Priority(2000) @On SocketEvent event) {
            recorder.saw(2);
        }
    }

    @ApplicationScoped
    static class Failing {

        @Inject
        Recorder recorder;

        void checked(@Observes @Priority(1) @On("fail") SocketEvent event) throws IOException {
            throw new IOException("checked");
        }

        void unchecked(@Observes @Priority(2) @On("fail") SocketEvent event) {
            throw new IllegalArgumentException("unchecked");
        }

        void error(@Observes @Priority(3) @On("fail") SocketEvent event) {
            throw new AssertionError("error");
        }

        void fine(@Observes @Priority(4) @On("fail") SocketEvent event) {
            recorder.saw("fine");
        }
    }

    @ApplicationScoped
    static class FailingAsEjb {

        void observe(@Observes @On("fail") SocketEvent event) {
            throw new EJBException(
                    new EJBTransactionRolledbackException("outside", new IllegalArgumentException("inside")));
        }
    }

    @ApplicationScoped
    static class ConnectedWithAcknowledgement {

        void joined(@Observes @Connected Socket socket, Acknowledgement none) {}
    }

    @RequestScoped
    static class PerEvent {

        private int calls;

        int count() {
            return ++calls;
        }
    }

    @ApplicationScoped
    static class UsesRequestScope {

        @Inject
        PerEvent perEvent;

        @Inject
        Recorder recorder;

        void one(@Observes @On("request") SocketEvent event) {
            recorder.saw(perEvent.count());
        }

        void two(@Observes @On("request") SocketEvent event) {
            recorder.saw(perEvent.count());
        }
    }

    /** Fails when its request ends. */
    @RequestScoped
    static class Broken {

        void touch() {}

        @PreDestroy
        void end() {
            throw new AssertionError("expected in this test");
        }
    }

    @RequestScoped
    static class OnlyIfExisting {

        @Inject
        Recorder recorder;

        void observe(@Observes(notifyObserver = Reception.IF_EXISTS) @On("conditional") SocketEvent event) {
            recorder.saw("conditional");
        }

        void touch() {}
    }

    @ApplicationScoped
    static class KeepsServer {

        @Inject
        SocketIoServer io;

        SocketIoServer server() {
            return io;
        }
    }

    @SessionScoped
    static class KeepsServerInSession implements Serializable {

        private static final long serialVersionUID = 1L;

        @Inject
        SocketIoServer io;
    }

    @ApplicationScoped
    static class CausesAnotherEvent {

        @Inject
        Instance<Socket> current;

        @Inject
        Recorder recorder;

        void outer(@Observes @On("outer") SocketEvent event) {
            recorder.saw(current.get());
            event.answer();
            recorder.saw(current.get());
        }

        void inner(@Observes @On("inner") SocketEvent event) {
            recorder.saw(current.get());
        }
    }

    @ApplicationScoped
    static class Vetoed {

        @Inject
        Recorder recorder;

        void event(@Observes @On("vetoed") SocketEvent event) {
            recorder.saw("vetoed");
        }

        void text(@Observes @On("vetoed") String text) {
            recorder.saw("text " + text);
        }

        void kept(@Observes @On("vetoed") Object value) {
            recorder.saw("kept " + value);
        }
    }
}
