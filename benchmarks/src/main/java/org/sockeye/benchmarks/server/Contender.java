package org.sockeye.benchmarks.server;

import jakarta.servlet.ServletContainerInitializer;

/** What is compared: each of them sends back what one client echoes, and sends everyone what one client says. */
public enum Contender {

    /** What the container itself needs: a bare WebSocket endpoint, and a bare servlet with asynchronous requests. */
    BARE("bare", (classes, context) -> BareServer.install(context, BareEndpoint.class)),

    /** The same, but that its WebSocket endpoint sends without blocking, as whoever serves many clients has to. */
    BARE_ASYNC("bare, asynchronous", (classes, context) -> BareServer.install(context, BareAsyncEndpoint.class)),

    /** Sockeye with all its defaults. */
    SOCKEYE("sockeye", (classes, context) -> SockeyeApplication.install(context));

    private final String text;
    private final ServletContainerInitializer initializer;

    Contender(String text, ServletContainerInitializer initializer) {
        this.text = text;
        this.initializer = initializer;
    }

    ServletContainerInitializer initializer() {
        return initializer;
    }

    @Override
    public String toString() {
        return text;
    }
}
