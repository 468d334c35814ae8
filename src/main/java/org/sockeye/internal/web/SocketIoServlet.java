package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The servlet of a Socket.IO server. An application need not name it: it is registered at {@code /socket.io/*} by itself.
 *
 * <p>To change settings, an application declares it in {@code web.xml} with init-params, {@code <async-supported>true</async-supported>} and a
 * mapping that ends with {@code /*}. This name is kept for that.
 */
public final class SocketIoServlet implements Servlet {

    /** Set by init. */
    private volatile @Nullable ServletConfig config;

    /** Set by init. */
    private volatile @Nullable WebServer server;

    @Override
    public void init(ServletConfig given) throws ServletException {
        config = given;
        WebServer found = Deployment.of(given.getServletContext())
                .flatMap(deployment -> deployment.server(given.getServletName()))
                .orElseThrow(() ->
                        new ServletException("Sockeye's ServletContainerInitializer has not run: the jar belongs into"
                                + " WEB-INF/lib, and an <absolute-ordering> in web.xml must not leave it out"));
        server = found;
        if (found.isStopped()) {
            LOG.log(
                    Level.WARNING,
                    "Servlet \"{0}\" was destroyed, which ended its Socket.IO server, and is started anew without its"
                            + " application: requests are refused with status 503; restart the application",
                    given.getServletName());
        }
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws IOException {
        @Nullable WebServer initialized = server;
        @Nullable HttpEndpoint endpoint = initialized == null ? null : initialized.endpoint();
        HttpServletResponse answer = (HttpServletResponse) response;
        if (endpoint == null) {
            answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            endpoint.handle((HttpServletRequest) request, answer);
        }
    }

    @Override
    public void destroy() {
        @Nullable WebServer initialized = server;
        if (initialized != null) {
            initialized.stop();
        }
    }

    @Override
    public @Nullable ServletConfig getServletConfig() {
        return config;
    }

    @Override
    public String getServletInfo() {
        return "Sockeye, a Socket.IO server";
    }
}
