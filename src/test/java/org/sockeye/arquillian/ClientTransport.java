package org.sockeye.arquillian;

import io.socket.client.IO;

/** How a client of a test is connected when the test begins. */
enum ClientTransport {
    POLLING("polling"),
    WEBSOCKET("websocket"),
    UPGRADED("polling", "websocket");

    private final String[] transports;

    ClientTransport(String... transports) {
        this.transports = transports;
    }

    /** For the server at this path, which ends with a slash. */
    IO.Options options(String path) {
        return IO.Options.builder()
                .setTransports(transports)
                .setPath(path)
                .setForceNew(true)
                .setReconnection(false)
                .build();
    }

    /** Whether a client of this kind starts on one transport and goes on on the other. */
    boolean upgrades() {
        return transports.length > 1;
    }
}
