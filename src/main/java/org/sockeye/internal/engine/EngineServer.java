package org.sockeye.internal.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The Engine.IO sessions of one server. Every method may be called from any thread. */
public final class EngineServer {

    private final Map<String, EngineSession> sessions = new ConcurrentHashMap<>();
    private final EngineSettings settings;
    private final Timer timer;
    private final SessionListener.Factory listeners;

    public EngineServer(EngineSettings settings, Timer timer, SessionListener.Factory listeners) {
        this.settings = settings;
        this.timer = timer;
        this.listeners = listeners;
    }

    /** Whether a request may go on, and the error to answer if not. */
    public Optional<HandshakeError> verify(EngineRequest request) {
        return Optional.of(HandshakeError.BAD_REQUEST);
    }

    /** Opens a session; its first packet waits for the {@link EngineSession#poll} that follows for the same request. */
    public EngineSession openPolling(EngineRequest request) {
        EngineSession session = new EngineSession("", request.handshake());
        listeners.opened(session);
        EngineLog.debug(() -> "opened with " + settings + " at " + timer.nanoTime());
        return session;
    }

    /** Opens a session on a WebSocket that is open. */
    public WebSocketReceiver openWebSocket(EngineRequest request, WebSocketLink link) {
        link.close(1000, "");
        return new Nobody();
    }

    /** Offers an open WebSocket to the session that the request names. Closes it when there is none, or it cannot be upgraded. */
    public WebSocketReceiver upgrade(EngineRequest request, WebSocketLink link) {
        link.close(1000, "");
        return new Nobody();
    }

    /** The session with this id. */
    public Optional<EngineSession> session(String sid) {
        return Optional.ofNullable(sessions.get(sid));
    }

    /** How many sessions are open. */
    public int sessionCount() {
        return sessions.size();
    }

    /** Closes all sessions as {@link CloseReason#SERVER_SHUTTING_DOWN} and takes no new ones. Idempotent. */
    public void close() {
        sessions.clear();
    }

    private static final class Nobody implements WebSocketReceiver {
        @Override
        public void text(String message) {}

        @Override
        public void binary(byte[] message) {}

        @Override
        public void closed(int code, String reason) {}

        @Override
        public void failed(Throwable error) {}
    }
}
