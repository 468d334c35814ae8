package org.sockeye.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.List;
import org.sockeye.Acknowledgement;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnecting;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.On;

/** Asynchronous observers. */
final class AsyncBeans {

    private AsyncBeans() {}

    @ApplicationScoped
    static class Chat {

        @Inject
        Recorder recorder;

        void said(
                @ObservesAsync @On("said") String text, Socket from, Acknowledgement ack, Namespace in, Handshake of) {
            List.of(text, from, ack, in, of).forEach(recorder::saw);
        }

        void number(@ObservesAsync @On("number") int number) {
            recorder.saw(number);
        }

        void fail(@ObservesAsync @On("fail") SocketEvent event) {
            throw new IllegalStateException("expected in this test");
        }
    }

    @ApplicationScoped
    static class Life {

        @Inject
        Recorder recorder;

        void joined(@ObservesAsync @Connected Socket socket, Socket same) {
            recorder.saw(socket == same);
        }

        void leaving(@ObservesAsync @Disconnecting Disconnection going, Socket socket) {
            recorder.saw(going.socket() == socket);
        }

        void left(@ObservesAsync @Disconnected Disconnection gone, Socket socket) {
            recorder.saw(gone.socket() == socket);
        }
    }

    @ApplicationScoped
    static class UsesRequestScope {

        @Inject
        DeliveryBeans.PerEvent perEvent;

        @Inject
        Recorder recorder;

        void before(@Observes @On("request") SocketEvent event) {
            recorder.saw(perEvent.count());
        }

        void one(@ObservesAsync @On("request") SocketEvent event) {
            recorder.saw(perEvent.count());
        }

        void two(@ObservesAsync @On("request") SocketEvent event) {
            recorder.saw(perEvent.count());
        }
    }
}
