package org.sockeye.internal.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a servlet request into a WebSocket, on every container.
 *
 * <p>ServerContainer.upgradeHttpToWebSocket takes a config with each call, but Tyrus (Payara, GlassFish) ignores it: it looks up an endpoint that
 * was registered at the config's path, and does nothing, silently, when there is none. So one endpoint is registered at a
 * path that nobody uses, and each call passes a config of the same path. Most containers then ask the configurator of the
 * call; Tyrus asks the registered one, on the same thread, which finds what is handed over in a ThreadLocal that is set for the
 * duration of the call. Both put it into the config's user properties, where the endpoint's onOpen finds it. Somebody who asks for
 * the hidden path directly is handed nothing, and so is refused.
 */
final class HiddenEndpoint {

    private static final String PATH = "/.org.sockeye.websocket";

    /** Set for the duration of one call of {@link #upgrade}. */
    private static final ThreadLocal<WebSocketHandOver> CURRENT = new ThreadLocal<>();

    private final ServerContainer container;
    /** Looked up when the first server asks for it; only used while the application starts, and then read. */
    private volatile @Nullable List<Extension> deflate;

    private HiddenEndpoint(ServerContainer container) {
        this.container = container;
    }

    static HiddenEndpoint register(ServerContainer container) {
        try {
            container.addEndpoint(config(new Registered(), List.of()));
        } catch (DeploymentException refused) {
            throw new IllegalStateException("The container does not take the WebSocket endpoint", refused);
        }
        return new HiddenEndpoint(container);
    }

    /** A server of this application wants messages to be compressed. */
    void prepareDeflate() {
        if (deflate == null) {
            deflate = PerMessageDeflate.of(container);
        }
    }

    private List<Extension> extensions(WebSocketHandOver handOver) {
        @Nullable List<Extension> prepared = deflate;
        return prepared == null || !handOver.terms().deflate() ? List.of() : prepared;
    }

    /** Completes the WebSocket handshake. Afterwards the status is 101 if it did. */
    void upgrade(HttpServletRequest request, HttpServletResponse response, WebSocketHandOver handOver)
            throws IOException, DeploymentException, ServletException {
        CURRENT.set(handOver);
        try {
            ServerEndpointConfig config = config(new Passed(handOver), extensions(handOver));
            container.upgradeHttpToWebSocket(request, response, config, Map.of());
        } finally {
            CURRENT.remove();
        }
    }

    private static ServerEndpointConfig config(
            ServerEndpointConfig.Configurator configurator, List<Extension> extensions) {
        return ServerEndpointConfig.Builder.create(SocketEndpoint.class, PATH)
                .configurator(configurator)
                .extensions(extensions)
                .build();
    }

    /** What both configurators have in common; the request was checked before. */
    private abstract static class Configurator extends ServerEndpointConfig.Configurator {

        abstract @Nullable WebSocketHandOver handOver();

        @Override
        public boolean checkOrigin(String origin) {
            return handOver() != null;
        }

        @Override
        public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
            return "";
        }

        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            @Nullable WebSocketHandOver handOver = handOver();
            return handOver != null && handOver.terms().deflate()
                    ? PerMessageDeflate.negotiate(installed, requested)
                    : List.of();
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(new SocketEndpoint());
        }

        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
            @Nullable WebSocketHandOver handOver = handOver();
            if (handOver != null) {
                handOver.putInto(config);
            }
        }
    }

    /** The configurator of one call. */
    private static final class Passed extends Configurator {
        private final WebSocketHandOver handOver;

        Passed(WebSocketHandOver handOver) {
            this.handOver = handOver;
        }

        @Override
        WebSocketHandOver handOver() {
            return handOver;
        }
    }

    /** The configurator of the registered endpoint. */
    private static final class Registered extends Configurator {
        @Override
        @Nullable
        WebSocketHandOver handOver() {
            return CURRENT.get();
        }
    }
}
