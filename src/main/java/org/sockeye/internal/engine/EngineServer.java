package org.sockeye.internal.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The Engine.IO sessions of one server. Every method may be called from any thread. */
public final class EngineServer {

    private final Map<String, EngineSession> sessions = new ConcurrentHashMap<>();
    private final Places places;
    private final Dialects dialects;
    private final SessionIds ids;
    private final EngineHooks hooks;
    private final Counters counters;
    private final EngineContext context;
    private final HandshakeRules rules;
    private final SessionListener.Factory listeners;

    /** Set once. Whoever adds a session looks at it afterwards, whoever sets it looks at the sessions afterwards. */
    private volatile boolean closed;

    /** A server of an application that has registered nothing. */
    public EngineServer(EngineSettings settings, Timer timer, SessionListener.Factory listeners) {
        this(settings, timer, listeners, EngineHooks.NONE);
    }

    /** A server that nobody else counts for. */
    public EngineServer(EngineSettings settings, Timer timer, SessionListener.Factory listeners, EngineHooks hooks) {
        this(settings, timer, listeners, hooks, new Counters());
    }

    public EngineServer(
            EngineSettings settings,
            Timer timer,
            SessionListener.Factory listeners,
            EngineHooks hooks,
            Counters counters) {
        this.counters = counters;
        this.hooks = hooks;
        this.ids = new SessionIds(hooks, sessions::containsKey);
        this.context = new EngineContext(settings, timer, counters, this::forget);
        this.places = new Places(settings.maxSessions());
        this.dialects = new Dialects(settings.allowEIO3(), settings.maxPacketsPerPayload());
        this.rules = new HandshakeRules(
                settings.transports(), dialects, new SamePrincipal(settings.principalCheck()), this::session);
        this.listeners = listeners;
    }

    /**
     * Whether a request may go on: empty, or what to answer, of which the application has been told. Called for every request before anything
     * else, for an upgrade before the client is told that it has its WebSocket: a GET that comes after this may have been sent after that.
     */
    public Optional<HandshakeRefusal> verify(EngineRequest request) {
        Optional<HandshakeRefusal> refusal = check(request);
        if (refusal.isPresent()) {
            refuse(request, refusal.get());
        } else if (request.upgrade()) {
            session(request.sid()).ifPresent(EngineSession::expectUpgrade);
        }
        return refusal;
    }

    /** Tells the application that a request is refused. */
    public void refuse(EngineRequest request, HandshakeRefusal refusal) {
        counters.refused(refusal.cause());
        hooks.refused(refusal.told(request.handshake()));
    }

    private Optional<HandshakeRefusal> check(EngineRequest request) {
        if (closed) {
            return Optional.of(HandshakeRefusal.named(HandshakeError.BAD_REQUEST, "SERVER_CLOSED"));
        }
        Optional<HandshakeRefusal> broken = Optional.ofNullable(rules.check(request));
        if (broken.isPresent() || !request.isNew()) {
            return broken;
        }
        return places.isFull()
                ? Optional.of(places.refusal())
                : hooks.refusal(request.handshake()).map(HandshakeRefusal::byApplication);
    }

    /**
     * Opens a session; its first packet waits for the {@link EngineSession#poll} that follows for the same request.
     *
     * @throws HandshakeRefusedException if there is no id for it, or no place
     */
    public EngineSession openPolling(EngineRequest request) {
        return open(request, newId(request), dialects.of(request), null);
    }

    /**
     * Gets ready for a WebSocket, before the client is told that it has one.
     *
     * @throws HandshakeRefusedException if there is no id for the session that it begins
     */
    public WebSocketOpening prepareWebSocket(EngineRequest request) {
        if (!request.isNew()) {
            return link -> upgrade(request, link);
        }
        String id = newId(request);
        return link -> openWebSocket(request, id, link);
    }

    private WebSocketReceiver openWebSocket(EngineRequest request, String id, WebSocketLink link) {
        Dialect dialect = dialects.of(request);
        WebSocketChannel channel = new WebSocketChannel(dialect.codec(), link, counters);
        try {
            open(request, id, dialect, channel);
        } catch (HandshakeRefusedException taken) {
            channel.serve(WebSocketChannel.NOBODY);
            channel.carrier().close(CloseReason.TRANSPORT_ERROR);
        }
        return channel;
    }

    /** Offers an open WebSocket to the session that the request names. Closes it when there is none, or it cannot be upgraded. */
    private WebSocketReceiver upgrade(EngineRequest request, WebSocketLink link) {
        WebSocketChannel channel = new WebSocketChannel(dialects.of(request).codec(), link, counters);
        session(request).ifPresentOrElse(session -> session.tryUpgrade(channel), () -> channel.carrier()
                .close(CloseReason.TRANSPORT_CLOSE));
        return channel;
    }

    /** The session that a verified request is for, if it is still there: another one may have its id by now, where the application makes the ids. */
    public Optional<EngineSession> session(EngineRequest request) {
        return session(request.sid()).filter(session -> rules.mayTakePart(request, session));
    }

    /** The session with this id. The shape of the id is checked before it is looked up. */
    public Optional<EngineSession> session(@Nullable String sid) {
        return Optional.ofNullable(sid).filter(SessionIds::isWellFormed).map(sessions::get);
    }

    /** What has happened, to which whoever serves the engine adds. */
    public Counters counters() {
        return counters;
    }

    /** How many sessions are open. */
    public int sessionCount() {
        return sessions.size();
    }

    /**
     * Closes all sessions as {@link CloseReason#SERVER_SHUTTING_DOWN}: answers every GET that waits, closes every WebSocket. Takes no
     * new ones afterwards. Idempotent.
     */
    public void close() {
        closed = true;
        for (EngineSession session : List.copyOf(sessions.values())) {
            session.closeNow(CloseReason.SERVER_SHUTTING_DOWN);
            session.forget();
        }
    }

    private EngineSession open(EngineRequest request, String id, Dialect dialect, @Nullable WebSocketChannel channel) {
        if (!places.take()) {
            throw refused(request, places.refusal());
        }
        EngineSession session = new EngineSession(context, id, request.handshake(), dialect, channel);
        if (sessions.putIfAbsent(id, session) != null) {
            places.giveBack();
            throw withoutId(request, SessionIds.inUse(id));
        }
        session.open(listeners);
        if (closed) {
            session.closeNow(CloseReason.SERVER_SHUTTING_DOWN);
        }
        return session;
    }

    private String newId(EngineRequest request) {
        try {
            return ids.next(request.handshake());
        } catch (Throwable failed) {
            throw withoutId(request, failed);
        }
    }

    private HandshakeRefusedException withoutId(EngineRequest request, Throwable why) {
        return refused(request, SessionIds.refusal(why));
    }

    private HandshakeRefusedException refused(EngineRequest request, HandshakeRefusal refusal) {
        refuse(request, refusal);
        return new HandshakeRefusedException(refusal);
    }

    private void forget(EngineSession session) {
        if (sessions.remove(session.sid(), session)) {
            places.giveBack();
        }
    }
}
