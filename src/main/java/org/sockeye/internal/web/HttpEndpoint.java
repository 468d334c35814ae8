package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.EngineRequest;

/** What is behind the path of one server: both transports of its engine, and the browser client. */
final class HttpEndpoint {

    private final Set<String> roles;
    private final Cors cors;
    private final LongPolling polling;
    private final @Nullable WebSocketHandshake webSockets;
    private final @Nullable ClientFiles client;
    private final AtomicBoolean saidWithoutAsync = new AtomicBoolean();

    /**
     * Puts the parts together.
     *
     * @param roles those that the container is asked for when a session begins
     * @param webSockets null where the container has no WebSocket
     * @param client null when the browser client is not served
     */
    HttpEndpoint(
            Set<String> roles,
            Cors cors,
            LongPolling polling,
            @Nullable WebSocketHandshake webSockets,
            @Nullable ClientFiles client) {
        this.roles = roles;
        this.cors = cors;
        this.polling = polling;
        this.webSockets = webSockets;
        this.client = client;
    }

    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        @Nullable String path = request.getPathInfo();
        HandshakeSnapshot handshake = HandshakeSnapshot.of(request);
        if (cors.answer(handshake, response)) {
            return;
        }
        if (path != null && client != null && client.has(path)) {
            client.serve(path, request, response);
            return;
        }
        EngineRequest asked = engineRequest(handshake, request);
        if (asked.upgrade() && webSockets != null) {
            webSockets.handle(asked, request, response);
        } else if (request.isAsyncSupported()) {
            polling.handle(asked, request, response);
        } else {
            refuseWithoutAsync(response);
        }
    }

    /** The container is asked for the caller's roles when a session begins, and only then. */
    private EngineRequest engineRequest(HandshakeSnapshot handshake, HttpServletRequest request) {
        EngineRequest asked = engineRequest(handshake);
        return asked.isNew() ? engineRequest(handshake.with(Roles.of(request, roles))) : asked;
    }

    private static EngineRequest engineRequest(HandshakeSnapshot handshake) {
        return new EngineRequest(
                handshake.method(),
                handshake.parameter("EIO"),
                handshake.parameter("transport"),
                handshake.parameter("sid"),
                handshake.asksForWebSocket(),
                handshake);
    }

    private void refuseWithoutAsync(HttpServletResponse response) throws IOException {
        String reason =
                "A filter in front of Socket.IO, or its <servlet> in web.xml, lacks <async-supported>true</async-supported>";
        LOG.log(saidWithoutAsync.getAndSet(true) ? Level.DEBUG : Level.ERROR, reason);
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setContentType("text/plain");
        response.getOutputStream().print(reason);
    }
}
