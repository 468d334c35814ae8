package org.sockeye.internal.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConfigurationException;
import org.sockeye.SocketIoServer;
import org.sockeye.internal.core.ServerDirectory;

/**
 * The servers of one web application, from its start to its end.
 *
 * <p>The registrations are taken while the initializer runs: a listener that was added by a program may not ask for them later. Their
 * init-params are read when the application starts, because others may set some until then.
 */
final class Deployment implements ServletContextListener {

    private static final String KEY = Deployment.class.getName();
    private static final String DEFAULT_NAME = "sockeye";
    private static final String DEFAULT_MAPPING = "/socket.io/*";

    private final ClassLoader application;
    private final Map<String, WebServer> servers;

    private Deployment(ClassLoader application, Map<String, WebServer> servers) {
        this.application = application;
        this.servers = servers;
    }

    static Optional<Deployment> of(ServletContext context) {
        return Optional.ofNullable((Deployment) context.getAttribute(KEY));
    }

    /** Makes the server of each servlet of ours, and the servlet if the application declares none. */
    static Deployment prepare(ServletContext context) {
        ClassLoader application = context.getClassLoader();
        Map<String, WebServer> servers = new TreeMap<>();
        declaredIn(context).forEach((servlet, registration) -> {
            String name = servers.isEmpty() ? "" : servlet;
            servers.put(
                    servlet, new WebServer(ServerDirectory.of(application).server(name), registration, application));
        });
        Deployment deployment = new Deployment(application, servers);
        servers.values().forEach(server -> context.setAttribute(attribute(server.name()), server.facade()));
        context.setAttribute(KEY, deployment);
        return deployment;
    }

    private static String attribute(String server) {
        return SocketIoServer.class.getName() + (server.isEmpty() ? "" : "#" + server);
    }

    private static Map<String, ServletRegistration> declaredIn(ServletContext context) {
        Map<String, ServletRegistration> ours = new TreeMap<>();
        context.getServletRegistrations().forEach((name, registration) -> {
            if (SocketIoServlet.class.getName().equals(registration.getClassName())) {
                ours.put(name, registration);
            }
        });
        if (ours.isEmpty()) {
            ours.put(DEFAULT_NAME, register(context));
        }
        return ours;
    }

    private static ServletRegistration register(ServletContext context) {
        ServletRegistration.@Nullable Dynamic added = context.addServlet(DEFAULT_NAME, SocketIoServlet.class);
        if (added == null) {
            throw new ConfigurationException(
                    "The application has a servlet of another class that is named \"" + DEFAULT_NAME + "\"");
        }
        added.setAsyncSupported(true);
        added.setLoadOnStartup(1);
        if (!added.addMapping(DEFAULT_MAPPING).isEmpty()) {
            throw new ConfigurationException("The application maps another servlet to " + DEFAULT_MAPPING + "; declare "
                    + SocketIoServlet.class.getName() + " in web.xml with a mapping of its own");
        }
        return added;
    }

    /** The server of a servlet. */
    Optional<WebServer> server(String servlet) {
        return Optional.ofNullable(servers.get(servlet));
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            ServletContext context = event.getServletContext();
            WebSocketSupport webSockets = WebSocketSupport.in(context);
            Integrations integrations = new Integrations(application);
            servers.values().forEach(server -> server.start(context.getContextPath(), webSockets, integrations));
        } catch (RuntimeException failed) {
            stop();
            throw failed;
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        stop();
    }

    private void stop() {
        servers.values().forEach(WebServer::stop);
        ServerDirectory.forget(application);
    }
}
