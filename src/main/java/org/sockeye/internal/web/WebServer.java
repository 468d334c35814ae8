package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import java.lang.System.Logger.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConfigurationException;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.core.ApplicationEvents;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.MonitoredServer;
import org.sockeye.internal.core.ServerDirectory;

/** One server of a web application: the facade that applications know, and what runs it between start and stop. */
final class WebServer {

    private final ManagedServer server;
    private final ClassLoader application;

    /** Set once. */
    private volatile boolean stopped;

    /** Null before the start and after the stop: no request is accepted then. */
    private volatile @Nullable HttpEndpoint endpoint;

    WebServer(ManagedServer server, ClassLoader application) {
        this.server = server;
        this.application = application;
    }

    /** Whether it has been stopped, which is for good. */
    boolean isStopped() {
        return stopped;
    }

    @Nullable
    HttpEndpoint endpoint() {
        return endpoint;
    }

    /**
     * Accepts requests from now on, with these settings.
     *
     * @param contextPath that of the web application
     */
    void start(ServerSettings settings, String contextPath, WebSocketSupport webSockets, Integrations integrations) {
        ApplicationEvents events = ServerDirectory.of(application).events();
        DispatchChoice choice =
                DispatchChoice.of(settings.config().dispatch(), events.hasObservers(), integrations::requestThreads);
        SocketIoConfig config = settings.config().toBuilder()
                .set("dispatch", choice.dispatch().name())
                .build();
        ServerRuntime runtime = create(config, settings);
        server.onClose(() -> {
            endpoint = null;
            runtime.end();
        });
        endpoint = runtime.serve(
                events.roles(),
                HttpSessions.following(server.start(runtime.environment(events))),
                server.hooks(),
                webSockets);
        server.onClose(integrations.started(new MonitoredServer(
                contextPath, server, ServerDirectory.of(application).beans())));
        LOG.log(
                Level.INFO,
                "Socket.IO server \"{0}\" is ready at {1}{2}/. Handlers run on {3}: dispatch is {4} ({5})",
                server.name(),
                contextPath,
                config.path(),
                runtime.threads(),
                choice.dispatch().name().toLowerCase(Locale.ROOT),
                choice.why());
    }

    private ServerRuntime create(SocketIoConfig config, ServerSettings settings) {
        try {
            return ServerRuntime.create(config, application, server.counters());
        } catch (ConfigurationException refused) {
            throw settings.explained(refused);
        }
    }

    /** Idempotent: reached from the servlet's end, the application's end and that of CDI, in an order that differs between containers. */
    void stop() {
        stopped = true;
        server.close();
    }
}
