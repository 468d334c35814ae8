package org.sockeye.internal.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.protocol.EngineCodec;

/** The Engine.IO sessions of one server. Every method may be called from any thread. */
public final class EngineServer {

    private final Map<String, EngineSession> sessions = new ConcurrentHashMap<>();
    private final SessionIds ids = new SessionIds();
    private final Codecs codecs;
    private final EngineContext context;
    private final HandshakeRules rules;
    private final SessionListener.Factory listeners;

    /** Set once. Whoever adds a session looks at it afterwards, whoever sets it looks at the sessions afterwards. */
    private volatile boolean closed;

    public EngineServer(EngineSettings settings, Timer timer, SessionListener.Factory listeners) {
        this.context = new EngineContext(settings, timer, this::forget);
        this.codecs = new Codecs(settings.maxPacketsPerPayload());
        this.rules = new HandshakeRules(settings.transports(), this::session);
        this.listeners = listeners;
    }

    /**
     * Whether a request may go on: empty, or the error to answer. Called for every request before anything else, for an upgrade
     * before the client is told that it has its WebSocket: a GET that comes after this may have been sent after that.
     */
    public Optional<HandshakeError> verify(EngineRequest request) {
        Optional<HandshakeError> error =
                closed ? Optional.of(HandshakeError.BAD_REQUEST) : Optional.ofNullable(rules.check(request));
        if (error.isEmpty() && request.upgrade()) {
            session(request.sid()).ifPresent(EngineSession::expectUpgrade);
        }
        return error;
    }

    /** Opens a session; its first packet waits for the {@link EngineSession#poll} that follows for the same request. */
    public EngineSession openPolling(EngineRequest request) {
        return open(request, codecs.of(request), null);
    }

    /** Opens a session on a WebSocket that is open. The packets of the WebSocket may come when this has returned. */
    public WebSocketReceiver openWebSocket(EngineRequest request, WebSocketLink link) {
        EngineCodec codec = codecs.of(request);
        WebSocketChannel channel = new WebSocketChannel(codec, link);
        open(request, codec, channel);
        return channel;
    }

    /** Offers an open WebSocket to the session that the request names. Closes it when there is none, or it cannot be upgraded. */
    public WebSocketReceiver upgrade(EngineRequest request, WebSocketLink link) {
        WebSocketChannel channel = new WebSocketChannel(codecs.of(request), link);
        session(request.sid()).ifPresentOrElse(session -> session.tryUpgrade(channel), () -> channel.carrier()
                .close(CloseReason.TRANSPORT_CLOSE));
        return channel;
    }

    /** The session with this id. The shape of the id is checked before it is looked up. */
    public Optional<EngineSession> session(@Nullable String sid) {
        return Optional.ofNullable(sid).filter(SessionIds::isWellFormed).map(sessions::get);
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

    private EngineSession open(EngineRequest request, EngineCodec codec, @Nullable WebSocketChannel channel) {
        EngineSession session = new EngineSession(context, ids.next(), request.handshake(), codec, channel);
        sessions.put(session.sid(), session);
        session.open(listeners);
        if (closed) {
            session.closeNow(CloseReason.SERVER_SHUTTING_DOWN);
        }
        return session;
    }

    private void forget(EngineSession session) {
        sessions.remove(session.sid(), session);
    }
}
