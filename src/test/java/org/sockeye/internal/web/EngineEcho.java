package org.sockeye.internal.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.internal.engine.Connection;
import org.sockeye.internal.engine.Counters;
import org.sockeye.internal.engine.EngineHooks;
import org.sockeye.internal.engine.SessionListener;
import org.sockeye.internal.protocol.Frame;

/** An Engine.IO server without Socket.IO, that sends every message back as it came. */
public final class EngineEcho implements ServletContextListener {

    private final SocketIoConfig config;
    /** Set when the application starts. */
    private volatile @Nullable ServerRuntime runtime;
    /** Set when the application starts. */
    private volatile @Nullable HttpEndpoint endpoint;

    private EngineEcho(SocketIoConfig config) {
        this.config = config;
    }

    /** Adds it to an application, from an initializer. */
    public static void install(ServletContext context, String mapping, SocketIoConfig config) {
        EngineEcho echo = new EngineEcho(config);
        ServletRegistration.Dynamic servlet = context.addServlet("engine.io", new EchoServlet(echo));
        servlet.addMapping(mapping);
        servlet.setAsyncSupported(true);
        context.addListener(echo);
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServerRuntime started =
                ServerRuntime.create(config, event.getServletContext().getClassLoader(), new Counters());
        runtime = started;
        endpoint = started.serve(Set.of(), Echo::new, EngineHooks.NONE, WebSocketSupport.in(event.getServletContext()));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Objects.requireNonNull(runtime).end();
    }

    private record Echo(Connection connection) implements SessionListener {
        @Override
        public void received(String text) {
            connection.send(List.of(Frame.message(text)));
        }

        @Override
        public void received(byte[] data) {
            connection.send(List.of(Frame.message(data)));
        }

        @Override
        public void closed(CloseReason reason, @Nullable String description) {}
    }

    private static final class EchoServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient EngineEcho echo;

        EchoServlet(EngineEcho echo) {
            this.echo = echo;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Objects.requireNonNull(echo.endpoint).handle(request, response);
        }
    }
}
