package org.sockeye.benchmarks.server;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

/** The least that a container needs to do the same: text in, text out, nothing parsed, nothing bounded, nobody watched. */
public final class BareServer implements ServletContextListener {

    /** Tells a client that it will be sent what others say from now on. */
    static final String WELCOME = "40{}";

    private static final String SAY = "42[\"say\"";
    private static final String SAID = "42[\"said\"";

    private static final String ENDPOINT = BareServer.class.getName();

    static void install(ServletContext context, Class<? extends Endpoint> endpoint) {
        context.setAttribute(ENDPOINT, endpoint);
        ServletRegistration.Dynamic servlet = context.addServlet("bare", BareServlet.class);
        servlet.addMapping("/bare/*"); // the container asks for WebSocket endpoints only where there is a servlet
        servlet.setAsyncSupported(true);
        context.addListener(BareServer.class);
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        ServerContainer container = (ServerContainer) context.getAttribute(ServerContainer.class.getName());
        Class<?> endpoint = (Class<?>) context.getAttribute(ENDPOINT);
        try {
            container.addEndpoint(ServerEndpointConfig.Builder.create(endpoint, "/bare/websocket")
                    .build());
        } catch (DeploymentException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** What everyone is sent of what one client said, or null when the message is to be sent back. */
    static String broadcastOf(String message) {
        return message.startsWith(SAY) ? SAID + message.substring(SAY.length()) : null;
    }
}
