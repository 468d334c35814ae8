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
import org.sockeye.internal.engine.EngineHooks;
import org.sockeye.internal.engine.EngineRequest;
import org.sockeye.internal.engine.EngineServer;
import org.sockeye.internal.engine.HandshakeError;
import org.sockeye.internal.engine.HandshakeRefusal;
import org.sockeye.internal.engine.HandshakeRefusedException;

/**
 * Decides whether a request may become a WebSocket, and has the container make it one.
 *
 * <p>Everything is checked before the container sees the request, because containers differ in what they refuse, and how. The
 * answers are the reference server's: 400 with the message as text.
 */
final class WebSocketHandshake {

    private static final Pattern KEY = Pattern.compile("[+/0-9A-Za-z]{22}==");

    private final EngineServer engine;
    private final EngineHooks hooks;
    private final Origins origins;
    private final WebSocketTerms terms;
    private final HiddenEndpoint endpoint;
    private final FirstTimes refusedOrigins = new FirstTimes();

    WebSocketHandshake(
            EngineServer engine, EngineHooks hooks, Origins origins, WebSocketTerms terms, HiddenEndpoint endpoint) {
        this.engine = engine;
        this.hooks = hooks;
        this.origins = origins;
        this.terms = terms;
        this.endpoint = endpoint;
    }

    void handle(EngineRequest asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isAdmitted(asked, response) && isWellFormed(asked.handshake(), response)) {
            prepare(asked, request, response);
        }
    }

    private void prepare(EngineRequest asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            WebSocketHandOver handOver = new WebSocketHandOver(engine.prepareWebSocket(asked), terms);
            AnswerHeaders.write(hooks, asked, response);
            upgrade(handOver, request, response);
        } catch (HandshakeRefusedException refused) {
            refuse(response, refused.refusal());
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
            refuseOrigin(asked, response);
            return false;
        }
        Optional<HandshakeRefusal> refusal = engine.verify(asked);
        if (refusal.isPresent()) {
            refuse(response, refusal.get());
        }
        return refusal.isEmpty();
    }

    private void refuseOrigin(EngineRequest asked, HttpServletResponse response) throws IOException {
        String origin = asked.handshake().header("origin").orElse("");
        logRefusal(Log.safe(origin), asked.handshake());
        engine.refuse(
                asked,
                HandshakeRefusal.named(HandshakeError.FORBIDDEN, HandshakeRefusal.ORIGIN_FORBIDDEN)
                        .with("origin", origin));
        refuse(response, HttpServletResponse.SC_FORBIDDEN, HandshakeError.FORBIDDEN.message());
    }

    /** A warning for the first page of a site: whoever has set up a proxy needs it, and a client can repeat it at will. */
    private void logRefusal(String origin, HandshakeRequest request) {
        LOG.log(
                refusedOrigins.isFirst(origin) ? Level.WARNING : Level.DEBUG,
                "A WebSocket was refused to a page of {0}, which is neither this site ({1}) nor in the setting corsOrigins",
                origin,
                Log.safe(request.header("host").orElse("")));
    }

    private void upgrade(WebSocketHandOver handOver, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            endpoint.upgrade(request, response, handOver);
        } catch (DeploymentException | ServletException | RuntimeException failed) {
            LOG.log(Level.DEBUG, "the container did not upgrade a request", failed);
        }
        if (response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS && !response.isCommitted()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, HandshakeError.BAD_REQUEST.message());
        }
    }

    /** Whatever the error, the status is the reference server's. */
    private static void refuse(HttpServletResponse response, HandshakeRefusal refusal) throws IOException {
        HandshakeError error = refusal.error(); // the reference server has 400 for all of its own
        refuse(response, error.isOurs() ? error.status() : HttpServletResponse.SC_BAD_REQUEST, refusal.message());
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
