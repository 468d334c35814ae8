package org.sockeye.internal.web;

import jakarta.servlet.ServletRegistration;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketIoConfig;
import org.sockeye.SocketIoServer;
import org.sockeye.internal.core.ApplicationEvents;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.ServerDirectory;

/** One server of a web application: the facade that applications know, and what runs it between start and stop. */
final class WebServer {

    private final ManagedServer server;
    private final ServletRegistration registration;
    private final ClassLoader application;

    /** Null before the start and after the stop: no request is accepted then. */
    private volatile @Nullable HttpEndpoint endpoint;

    WebServer(ManagedServer server, ServletRegistration registration, ClassLoader application) {
        this.server = server;
        this.registration = registration;
        this.application = application;
    }

    String name() {
        return server.name();
    }

    SocketIoServer facade() {
        return server;
    }

    @Nullable
    HttpEndpoint endpoint() {
        return endpoint;
    }

    /** Makes the settings final and accepts requests from now on. */
    void start(WebSocketSupport webSockets) {
        SocketIoConfig config = Settings.of(registration);
        ServerRuntime runtime = ServerRuntime.create(config, application);
        server.onClose(() -> {
            endpoint = null;
            runtime.end();
        });
        ApplicationEvents events = ServerDirectory.of(application).events();
        endpoint = runtime.serve(server.start(runtime.environment(events)), server.hooks(), webSockets);
    }

    /** Idempotent: reached from the servlet's end, the application's end and that of CDI, in an order that differs between containers. */
    void stop() {
        server.close();
    }
}
