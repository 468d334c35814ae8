package org.sockeye.arquillian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.Of;
import org.sockeye.cdi.OfSocket;
import org.sockeye.cdi.On;

/** The application of {@link ScopesIT}. */
@ApplicationScoped
public class Scopes {

    @Inject
    private Counter counter;

    @Inject
    private SocketIoServer io;

    @Inject
    @Of("/")
    private Namespace main;

    void count(@Observes @On("count") SocketEvent event) {
        event.answer(counter.next());
    }

    void later(@ObservesAsync @On("count later") SocketEvent event, Socket from) {
        from.emit("counted", counter.next());
    }

    void left(@Observes @Disconnected Disconnection gone) {
        counter.next();
    }

    void who(@Observes @On("who") SocketEvent event, @Nullable @OfSocket Principal caller) {
        event.answer(caller == null, main == io.of("/"));
    }
}
