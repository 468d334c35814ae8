package org.sockeye.arquillian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.sockeye.ServerMetrics;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.On;

/** The application of {@link MetricsIT}: it says what the server counts. */
@ApplicationScoped
public class Meters {

    @Inject
    SocketIoServer io;

    void counts(@Observes @On("metrics") SocketEvent event) {
        ServerMetrics metrics = io.metrics();
        event.answer(metrics.sessions() > 0, metrics.sockets() > 0, metrics.packetsIn() > 0, metrics.bytesOut() > 0);
    }
}
