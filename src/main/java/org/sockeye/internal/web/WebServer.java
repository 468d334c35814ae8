package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.servlet.ServletRegistration;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketIoConfig;
import org.sockeye.SocketIoServer;
import org.sockeye.internal.core.ApplicationEvents;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.MonitoredServer;
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

    /**
     * Makes the settings final and accepts requests from now on.
     *
     * @param contextPath that of the web application
     */
    void start(String contextPath, WebSocketSupport webSockets, Integrations integrations) {
        ApplicationEvents events = ServerDirectory.of(application).events();
        SocketIoConfig configured = Settings.of(registration);
        DispatchChoice choice =
                DispatchChoice.of(configured.dispatch(), events.hasObservers(), integrations::requestThreads);
        SocketIoConfig config =
                configured.toBuilder().set("dispatch", choice.dispatch().name()).build();
        ServerRuntime runtime = ServerRuntime.create(config, application);
        server.onClose(() -> {
            endpoint = null;
            runtime.end();
        });
        endpoint = runtime.serve(server.start(runtime.environment(events)), server.hooks(), webSockets);
        server.onClose(integrations.started(new MonitoredServer(contextPath, server, events)));
        LOG.log(
                Level.INFO,
                "Socket.IO server \"{0}\" is ready at {1}{2}/. Handlers run on {3}: dispatch is {4} ({5})",
                name(),
                contextPath,
                config.path(),
                runtime.threads(),
                choice.dispatch().name().toLowerCase(Locale.ROOT),
                choice.why());
    }

    /** Idempotent: reached from the servlet's end, the application's end and that of CDI, in an order that differs between containers. */
    void stop() {
        server.close();
    }
}
