package org.sockeye.internal.web;

import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.WebSocketLink;
import org.sockeye.internal.engine.WebSocketOpening;
import org.sockeye.internal.engine.WebSocketReceiver;

/**
 * What the endpoint needs of a request that becomes a WebSocket.
 *
 * @param opening of the engine
 */
record WebSocketHandOver(WebSocketOpening opening, WebSocketTerms terms) {

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
        return opening.open(link);
    }
}
