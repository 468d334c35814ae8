package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sockeye.HandshakeRequest;
import org.sockeye.internal.core.FirstTimes;
import org.sockeye.internal.engine.EngineRequest;
import org.sockeye.internal.engine.EngineServer;
import org.sockeye.internal.engine.HandshakeError;

/**
 * Decides whether a request may become a WebSocket, and has the container make it one.
 *
 * <p>Everything is checked before the container sees the request, because containers differ in what they refuse, and how. The
 * answers are the reference server's: 400 with the message as text.
 */
final class WebSocketHandshake {

    private static final Pattern KEY = Pattern.compile("[+/0-9A-Za-z]{22}==");

    private final EngineServer engine;
    private final Origins origins;
    private final int maxPayload;
    private final HiddenEndpoint endpoint;
    private final LinkCloser closer;
    private final FirstTimes refusedOrigins = new FirstTimes();

    WebSocketHandshake(
            EngineServer engine, Origins origins, int maxPayload, HiddenEndpoint endpoint, LinkCloser closer) {
        this.engine = engine;
        this.origins = origins;
        this.maxPayload = maxPayload;
        this.endpoint = endpoint;
        this.closer = closer;
    }

    void handle(EngineRequest asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isWellFormed(asked.handshake(), response) && isAdmitted(asked, response)) {
            upgrade(asked, request, response);
        }
    }

    private static boolean isWellFormed(HandshakeRequest request, HttpServletResponse response) throws IOException {
        if (!request.method().equals("GET")) {
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Invalid HTTP method");
        } else if (!request.header("sec-websocket-version").equals(Optional.of("13"))) {
            response.setHeader("Sec-WebSocket-Version", "13");
            refuse(response, 400, "Missing or invalid Sec-WebSocket-Version header");
        } else if (request.header("sec-websocket-key")
                .filter(KEY.asMatchPredicate())
                .isEmpty()) {
            refuse(response, 400, "Missing or invalid Sec-WebSocket-Key header");
        } else {
            return true;
        }
        return false;
    }

    private boolean isAdmitted(EngineRequest asked, HttpServletResponse response) throws IOException {
        if (!origins.admits(asked.handshake())) {
            logRefusal(Log.safe(asked.handshake().header("origin").orElse("")), asked.handshake());
            refuse(response, HandshakeError.FORBIDDEN);
            return false;
        }
        Optional<HandshakeError> error = engine.verify(asked);
        if (error.isPresent()) {
            refuse(response, error.get());
        }
        return error.isEmpty();
    }

    /** A warning for the first page of a site: whoever has set up a proxy needs it, and a client can repeat it at will. */
    private void logRefusal(String origin, HandshakeRequest request) {
        LOG.log(
                refusedOrigins.isFirst(origin) ? Level.WARNING : Level.DEBUG,
                "A WebSocket was refused to a page of {0}, which is neither this site ({1}) nor in the setting corsOrigins",
                origin,
                Log.safe(request.header("host").orElse("")));
    }

    private void upgrade(EngineRequest asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            endpoint.upgrade(request, response, new WebSocketHandOver(engine, asked, maxPayload, closer));
        } catch (DeploymentException | ServletException | RuntimeException failed) {
            LOG.log(Level.DEBUG, "the container did not upgrade a request", failed);
        }
        if (response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS && !response.isCommitted()) {
            refuse(response, HandshakeError.BAD_REQUEST);
        }
    }

    private static void refuse(HttpServletResponse response, HandshakeError error) throws IOException {
        refuse(response, error.status(), error.message());
    }

    private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        byte[] body = message.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html");
        response.setContentLength(body.length);
        response.setHeader("Connection", "close");
        response.getOutputStream().write(body);
    }
}
