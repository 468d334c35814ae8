package org.sockeye.internal.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.internal.engine.EngineHooks;
import org.sockeye.internal.engine.EngineRequest;
import org.sockeye.internal.engine.EngineServer;
import org.sockeye.internal.engine.EngineSession;
import org.sockeye.internal.engine.HandshakeError;
import org.sockeye.internal.engine.HandshakeRefusal;
import org.sockeye.internal.engine.HandshakeRefusedException;
import org.sockeye.internal.engine.PostIntake;
import org.sockeye.internal.engine.Timer;

/** HTTP long-polling: a GET that waits for packets, a POST that brings some. */
final class LongPolling {

    private static final String ALLOWED_METHODS = "GET, POST";

    private final EngineServer engine;
    private final EngineHooks hooks;
    private final Optional<SidCookie> cookie;
    private final HttpCompression compression;
    private final Timer timer;
    private final OpenExchanges exchanges;
    private final int maxPayload;
    /** How long a client may take to send a body: its session cannot live longer without a heartbeat. */
    private final Duration postTimeout;

    private final Duration pollTimeout;

    /** Answers the requests of one engine. */
    LongPolling(EngineServer engine, EngineHooks hooks, SocketIoConfig config, Timer timer, OpenExchanges exchanges) {
        this.engine = engine;
        this.timer = timer;
        this.hooks = hooks;
        this.exchanges = exchanges;
        this.cookie = SidCookie.of(config);
        this.compression = new HttpCompression(config.httpCompression(), config.httpCompressionThreshold());
        this.maxPayload = config.maxPayload();
        this.postTimeout = config.pingInterval().plus(config.pingTimeout());
        this.pollTimeout =
                postTimeout.multipliedBy(2); // a GET is held for half of it, and then has the other half to be taken
    }

    void handle(EngineRequest asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<HandshakeRefusal> refusal = engine.verify(asked);
        if (refusal.isPresent()) {
            refuse(refusal.get(), request, response);
        } else if (asked.isNew()) {
            begin(asked, request, response);
        } else {
            Optional<EngineSession> session = engine.session(asked);
            if (session.isPresent()) {
                handle(session.get(), asked, request, response);
            } else {
                refuse(response, HandshakeRefusal.of(HandshakeError.UNKNOWN_SID));
            }
        }
    }

    private void begin(EngineRequest asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            EngineSession session = engine.openPolling(asked);
            cookie.ifPresent(set -> response.addHeader("Set-Cookie", set.header(session.sid())));
            writeHeaders(asked, response);
            poll(session, asked, request, response);
        } catch (HandshakeRefusedException refused) {
            refuse(response, refused.refusal());
        }
    }

    private void handle(
            EngineSession session, EngineRequest asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean post = asked.method().equals("POST");
        if (!post && !asked.method().equals("GET")) {
            response.setHeader("Allow", ALLOWED_METHODS);
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        writeHeaders(asked, response);
        if (post) {
            post(session, request, response);
        } else {
            poll(session, asked, request, response);
        }
    }

    private void writeHeaders(EngineRequest asked, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        AnswerHeaders.write(hooks, asked, response);
    }

    private void poll(
            EngineSession session, EngineRequest asked, HttpServletRequest request, HttpServletResponse response) {
        HttpExchange exchange = HttpExchange.start(request, response, pollTimeout, exchanges, lossOf(session));
        PollAnswer answer = new PollAnswer(exchange, compression.of(asked));
        session.poll(answer);
        answer.hold();
    }

    /** The container knows a request for as long as its client does not take the answer, which may be longer than its session lives. */
    private static Runnable lossOf(EngineSession session) {
        WeakReference<EngineSession> polled = new WeakReference<>(session);
        return () -> {
            EngineSession alive = polled.get();
            if (alive != null) {
                alive.closeNow(CloseReason.TRANSPORT_ERROR);
            }
        };
    }

    private void post(EngineSession session, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<PostIntake> begun = session.beginPost();
        if (begun.isEmpty()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST);
        } else if (!session.accepts(contentType(request))) {
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

    private static String contentType(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type == null ? "" : type;
    }

    /** What is compressed would have to be counted after it was unpacked: no client does it, so it is refused. */
    private static boolean isEncoded(HttpServletRequest request) {
        @Nullable String encoding = request.getHeader("Content-Encoding");
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    /** Holds no thread while it waits, and refuses at once if the server stops. */
    private void refuse(HandshakeRefusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (refusal.delay().isZero()) {
            refuse(response, refusal);
            return;
        }
        HttpExchange exchange = HttpExchange.start(request, response, pollTimeout, exchanges, () -> {});
        timer.schedule(refusal.delay(), () -> refuse(exchange, refusal));
    }

    private static void refuse(HttpExchange exchange, HandshakeRefusal refusal) {
        if (exchange.claim()) {
            exchange.answerOnContainerThread(() -> {
                refuse(exchange.response(), refusal);
                exchange.complete();
            });
        }
    }

    private static void refuse(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }

    private static void refuse(HttpServletResponse response, HandshakeRefusal refusal) throws IOException {
        byte[] body = refusal.json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.error().status());
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
