package org.sockeye.internal.engine;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.HandshakeRequest;
import org.sockeye.internal.protocol.Payload;

/** A server of the engine with hand-advanced time, and the requests of its clients. */
final class EngineFixture {

    static final Duration PING_INTERVAL = Duration.ofSeconds(25);
    static final Duration PING_TIMEOUT = Duration.ofSeconds(20);
    static final Duration UPGRADE_TIMEOUT = Duration.ofSeconds(10);
    static final int MAX_PAYLOAD = 1000;
    static final int MAX_OUTBOX_BYTES = 100_000;
    static final int MAX_OUTBOX_PACKETS = 1000;

    static final EngineSettings SETTINGS = new SettingsBuilder().build();

    final ManualTimer timer = new ManualTimer();
    final List<EngineSession> sessions = new CopyOnWriteArrayList<>();
    final List<RecordingListener> listeners = new CopyOnWriteArrayList<>();
    final EngineServer server;

    /** What a session does with text, besides recording it. Written by the test before the session is opened. */
    volatile BiConsumer<Connection, String> onText = (connection, text) -> {};

    EngineFixture() {
        this(SETTINGS);
    }

    EngineFixture(EngineSettings settings) {
        server = new EngineServer(settings, timer, this::opened);
    }

    private SessionListener opened(Connection connection) {
        RecordingListener listener = new RecordingListener(text -> onText.accept(connection, text));
        sessions.add((EngineSession) connection);
        listeners.add(listener);
        return listener;
    }

    /** Opens a session by polling, and takes its first answer. */
    EngineSession openPolling() {
        EngineSession session = server.openPolling(polling("GET", null));
        session.poll(new FakePoll());
        return session;
    }

    WebSocketReceiver openWebSocket(WebSocketLink link) {
        return server.prepareWebSocket(webSocket(null)).open(link);
    }

    WebSocketReceiver upgrade(EngineSession session, WebSocketLink link) {
        server.verify(webSocket(session.sid()));
        return server.prepareWebSocket(webSocket(session.sid())).open(link);
    }

    EngineSession session() {
        return sessions.get(sessions.size() - 1);
    }

    List<String> events() {
        return listeners.get(listeners.size() - 1).events;
    }

    boolean post(EngineSession session, String body) {
        return session.beginPost().orElseThrow().complete(text(body));
    }

    static HttpBody text(String body) {
        return HttpBody.of(Payload.text(body));
    }

    FakePoll poll(EngineSession session) {
        FakePoll poll = new FakePoll();
        session.poll(poll);
        return poll;
    }

    static EngineRequest polling(String method, @Nullable String sid) {
        return new EngineRequest(method, "4", "polling", sid, false, new NoHeaders(Map.of()));
    }

    static EngineRequest webSocket(@Nullable String sid) {
        return new EngineRequest("GET", "4", "websocket", sid, true, new NoHeaders(Map.of()));
    }

    /** A request of which only the headers and the query given are known. */
    record NoHeaders(Map<String, String> known, Map<String, List<String>> query, @Nullable Principal principal)
            implements HandshakeRequest {

        NoHeaders(Map<String, String> known) {
            this(known, Map.of());
        }

        NoHeaders(Map<String, String> known, Map<String, List<String>> query) {
            this(known, query, null);
        }

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String url() {
            return "/socket.io/";
        }

        @Override
        public Map<String, List<String>> headers() {
            return Map.of();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(known.get(name));
        }

        @Override
        public String remoteAddress() {
            return "127.0.0.1";
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type) {
            return Optional.empty();
        }
    }

    static String sidIn(String openPacket) {
        int start = openPacket.indexOf("\"sid\":\"") + 7;
        return Objects.requireNonNull(openPacket.substring(start, openPacket.indexOf('"', start)));
    }
}
