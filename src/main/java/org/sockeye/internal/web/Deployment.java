package org.sockeye.internal.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.sockeye.SocketIoServer;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.ServerDirectory;

/**
 * The servers of one web application, from its start to its end.
 *
 * <p>The registrations are taken while the initializer runs: a listener that was added by a program may not ask for them later. Their
 * init-params are read when the application starts, because others may set some until then.
 */
final class Deployment implements ServletContextListener {

    private static final String KEY = Deployment.class.getName();
    private static final String ATTRIBUTE = SocketIoServer.class.getName();

    private final ClassLoader application;
    private final Map<String, ServletRegistration> servlets;
    private final Map<String, WebServer> servers = new TreeMap<>();

    private Deployment(ClassLoader application, Map<String, ServletRegistration> servlets) {
        this.application = application;
        this.servlets = servlets;
    }

    static Optional<Deployment> of(ServletContext context) {
        return Optional.ofNullable((Deployment) context.getAttribute(KEY));
    }

    /** Makes the server of each servlet of ours, and the servlet if the application declares none. */
    static Deployment prepare(ServletContext context) {
        Map<String, ServletRegistration> servlets = Servlets.of(context);
        Deployment deployment = new Deployment(context.getClassLoader(), servlets);
        ServerDirectory directory = ServerDirectory.of(deployment.application);
        directory.declare(servlets.keySet(), Servlets.standard(context, servlets));
        directory.servers().forEach(server -> deployment.add(server, context));
        context.setAttribute(ATTRIBUTE + ".names", List.copyOf(servlets.keySet()));
        context.setAttribute(KEY, deployment);
        return deployment;
    }

    private void add(ManagedServer server, ServletContext context) {
        servers.put(server.name(), new WebServer(server, application));
        context.setAttribute(ATTRIBUTE + "#" + server.name(), server);
        if (server.isDefault()) {
            context.setAttribute(ATTRIBUTE, server);
        }
    }

    /** The server of a servlet. */
    Optional<WebServer> server(String servlet) {
        return Optional.ofNullable(servers.get(servlet));
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            start(event.getServletContext());
        } catch (RuntimeException | Error failed) {
            stop();
            throw failed;
        }
    }

    private void start(ServletContext context) {
        ServerDirectory.of(application).checkRequired();
        Map<String, ServerSettings> settings = Settings.resolve(context, application, servlets);
        WebSocketSupport webSockets = WebSocketSupport.in(context);
        Integrations integrations = new Integrations(application);
        servers.forEach((name, server) -> server.start(
                Objects.requireNonNull(settings.get(name)), context.getContextPath(), webSockets, integrations));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        stop();
    }

    private void stop() {
        servers.values().forEach(WebServer::stop);
        ServerDirectory.forget(application);
        SettingSources.release(application);
    }
}
