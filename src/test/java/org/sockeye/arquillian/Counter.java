package org.sockeye.arquillian;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.SocketScoped;

/** Counts what one socket sends, and says at its end how much that was. */
@SocketScoped
public class Counter {

    @Inject
    private Socket socket;

    @Inject
    private SocketIoServer io;

    private int count;

    int next() {
        return ++count;
    }

    @PreDestroy
    void end() {
        io.emit("destroyed", socket.id(), count);
    }
}
