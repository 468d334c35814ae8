package org.sockeye.benchmarks.server;

import jakarta.servlet.ServletContainerInitializer;

/** What is compared: each of them sends back what one client echoes, and sends everyone what one client says. */
public enum Contender {

    /** What the container itself needs: a bare WebSocket endpoint, and a bare servlet with asynchronous requests. */
    BARE((classes, context) -> BareServer.install(context)),

    /** Sockeye with all its defaults. */
    SOCKEYE((classes, context) -> SockeyeApplication.install(context));

    private final ServletContainerInitializer initializer;

    Contender(ServletContainerInitializer initializer) {
        this.initializer = initializer;
    }

    ServletContainerInitializer initializer() {
        return initializer;
    }
}
