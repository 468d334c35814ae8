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

    /** For the server of a web application at this context path. */
    IO.Options options(String contextPath) {
        return IO.Options.builder()
                .setTransports(transports)
                .setPath(contextPath + "/socket.io/")
                .setForceNew(true)
                .setReconnection(false)
                .build();
    }

    /** Whether a client of this kind starts on one transport and goes on on the other. */
    boolean upgrades() {
        return transports.length > 1;
    }
}
