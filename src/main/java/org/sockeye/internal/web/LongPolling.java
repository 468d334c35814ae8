package org.sockeye.internal.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.internal.engine.EngineRequest;
import org.sockeye.internal.engine.EngineServer;
import org.sockeye.internal.engine.EngineSession;
import org.sockeye.internal.engine.HandshakeError;
import org.sockeye.internal.engine.PostIntake;

/** HTTP long-polling: a GET that waits for packets, a POST that brings some. */
final class LongPolling {

    private final EngineServer engine;
    private final OpenExchanges exchanges;
    private final int maxPayload;
    private final Duration postTimeout;

    /**
     * Answers the requests of one engine.
     *
     * @param postTimeout how long a client may take to send a body; its session cannot live longer without a heartbeat
     */
    LongPolling(EngineServer engine, OpenExchanges exchanges, int maxPayload, Duration postTimeout) {
        this.engine = engine;
        this.exchanges = exchanges;
        this.maxPayload = maxPayload;
        this.postTimeout = postTimeout;
    }

    void handle(EngineRequest asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<HandshakeError> error = engine.verify(asked);
        if (error.isPresent()) {
            refuse(response, error.get());
            return;
        }
        @Nullable String sid = asked.sid();
        if (sid == null || sid.isEmpty()) {
            poll(engine.openPolling(asked), request, response);
        } else {
            Optional<EngineSession> session = engine.session(sid);
            if (session.isPresent()) {
                handle(session.get(), request, response);
            } else {
                refuse(response, HandshakeError.UNKNOWN_SID);
            }
        }
    }

    private void handle(EngineSession session, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals("POST")) {
            post(session, request, response);
        } else {
            poll(session, request, response);
        }
    }

    private void poll(EngineSession session, HttpServletRequest request, HttpServletResponse response) {
        HttpExchange exchange = HttpExchange.start(
                request, response, Duration.ZERO, exchanges, () -> session.closeNow(CloseReason.TRANSPORT_ERROR));
        PollAnswer answer = new PollAnswer(exchange);
        session.poll(answer);
        answer.hold();
    }

    private void post(EngineSession session, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<PostIntake> begun = session.beginPost();
        if (begun.isEmpty()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST);
        } else if (isBinary(request)) {
            begun.get().abort("invalid content");
            refuse(response, HttpServletResponse.SC_BAD_REQUEST);
        } else if (isEncoded(request)) {
            begun.get().abort("invalid content");
            refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (request.getContentLengthLong() > maxPayload) {
            begun.get().refuse();
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            read(new SettledOnce(begun.get()), request, response);
        }
    }

    private void read(PostIntake intake, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpExchange exchange = HttpExchange.start(
                request,
                response,
                postTimeout,
                exchanges,
                () -> intake.abort("data request connection closed prematurely"));
        ServletInputStream input = request.getInputStream();
        input.setReadListener(new PostReader(exchange, input, intake, contentType(request), maxPayload));
    }

    private static boolean isBinary(HttpServletRequest request) {
        return contentType(request).toLowerCase(Locale.ROOT).startsWith("application/octet-stream");
    }

    private static String contentType(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type == null ? "" : type;
    }

    /** What is compressed would have to be counted after it was unpacked: no client does it, so it is refused. */
    private static boolean isEncoded(HttpServletRequest request) {
        @Nullable String encoding = request.getHeader("Content-Encoding");
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private static void refuse(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }

    private static void refuse(HttpServletResponse response, HandshakeError error) throws IOException {
        byte[] body = error.json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(error.status());
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
