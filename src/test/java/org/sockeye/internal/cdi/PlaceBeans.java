package org.sockeye.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Connecting;
import org.sockeye.cdi.ConnectionRequest;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnecting;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.On;

/** Observers of one namespace, of some, and of all. */
final class PlaceBeans {

    private PlaceBeans() {}

    @ApplicationScoped
    static class Everywhere {

        @Inject
        Recorder recorder;

        void main(@Observes @On("where") SocketEvent event) {
            recorder.saw("main");
        }

        void chat(@Observes @On(value = "where", namespace = "/chat") SocketEvent event) {
            recorder.saw("chat");
        }

        void chatWithoutSlash(@Observes @On(value = "where", namespace = "chat") SocketEvent event) {
            recorder.saw("chat without slash");
        }

        void project(@Observes @On(value = "where", namespace = "^/project-\\d+$") SocketEvent event) {
            recorder.saw("project");
        }

        void all(@Observes @On(value = "where", namespace = "*") SocketEvent event) {
            recorder.saw("all");
        }

        void any(@Observes @On(namespace = "/chat") SocketEvent event) {
            recorder.saw("any event of chat");
        }
    }

    @ApplicationScoped
    static class Life {

        @Inject
        Recorder recorder;

        void connecting(@Observes @Connecting(namespace = "/chat") ConnectionRequest request, Socket socket) {
            recorder.saw("connecting " + (request.socket() == socket));
        }

        void connected(@Observes @Connected(namespace = "/chat") Socket socket) {
            recorder.saw("connected");
        }

        void disconnecting(@Observes @Disconnecting(namespace = "/chat") Disconnection going, Socket socket) {
            recorder.saw("disconnecting " + (going.socket() == socket));
        }

        void disconnected(@Observes @Disconnected(namespace = "/chat") Disconnection gone, Socket socket) {
            recorder.saw("disconnected " + (gone.socket() == socket));
        }
    }

    @ApplicationScoped
    static class Servers {

        @Inject
        Recorder recorder;

        void ofDefault(@Observes @On("where") SocketEvent event) {
            recorder.saw("default");
        }

        void ofSecond(@Observes @On(value = "where", server = "second") SocketEvent event) {
            recorder.saw("second");
        }

        void ofEvery(@Observes @On(value = "where", server = "*") SocketEvent event) {
            recorder.saw("every");
        }
    }
}
