package org.sockeye.internal.web;

import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.EngineRequest;
import org.sockeye.internal.engine.EngineServer;
import org.sockeye.internal.engine.WebSocketLink;
import org.sockeye.internal.engine.WebSocketReceiver;

/** What the servlet has found out about a request that becomes a WebSocket, on its way to the endpoint. */
record WebSocketHandOver(EngineServer engine, EngineRequest request, int maxPayload, LinkCloser closer) {

    private static final String KEY = WebSocketHandOver.class.getName();

    void putInto(ServerEndpointConfig config) {
        config.getUserProperties().put(KEY, this);
    }

    /** Takes it out again; containers differ in which of the two maps they keep. */
    static @Nullable WebSocketHandOver takeFrom(Session session, EndpointConfig config) {
        @Nullable Object fromSession = remove(session.getUserProperties());
        @Nullable Object fromConfig = remove(config.getUserProperties());
        return (WebSocketHandOver) (fromSession != null ? fromSession : fromConfig);
    }

    private static @Nullable Object remove(Map<String, Object> properties) {
        return properties.remove(KEY);
    }

    /** Gives the open WebSocket to the engine. */
    WebSocketReceiver open(WebSocketLink link) {
        @Nullable String sid = request.sid();
        return sid == null || sid.isEmpty() ? engine.openWebSocket(request, link) : engine.upgrade(request, link);
    }
}
