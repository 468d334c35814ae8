package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.EngineHooks;
import org.sockeye.internal.engine.EngineServer;

/**
 * WebSocket, if the container has it. Classes that name jakarta.websocket are loaded only then: some containers leave it out.
 */
final class WebSocketSupport {

    private static final String CONTAINER = "jakarta.websocket.server.ServerContainer";

    private final @Nullable Object container;
    /** Made for the first server that asks; only used while the application starts. */
    private @Nullable Object endpoint;

    private WebSocketSupport(@Nullable Object container) {
        this.container = container;
    }

    /** Asked for while the application starts: earlier, some containers have it not yet in place. */
    static WebSocketSupport in(ServletContext context) {
        @Nullable Object container = context.getAttribute(CONTAINER);
        if (container == null) {
            LOG.log(
                    Level.WARNING,
                    "The container has no WebSocket for this application: clients use long-polling only. Where it should have,"
                            + " add its WebSocket module (on an embedded Tomcat, tomcat-embed-websocket)");
        }
        return new WebSocketSupport(container);
    }

    boolean isPresent() {
        return container != null;
    }

    /** The handshake of one server's WebSockets; null where there is no WebSocket. */
    @Nullable
    WebSocketHandshake handshake(EngineServer engine, EngineHooks hooks, Origins origins, WebSocketTerms terms) {
        return container == null ? null : Present.handshake(this, container, engine, hooks, origins, terms);
    }

    /** What is loaded only where there is WebSocket. */
    private static final class Present {

        static WebSocketHandshake handshake(
                WebSocketSupport support,
                Object container,
                EngineServer engine,
                EngineHooks hooks,
                Origins origins,
                WebSocketTerms terms) {
            HiddenEndpoint hidden = (HiddenEndpoint) support.endpoint;
            if (hidden == null) {
                hidden = HiddenEndpoint.register((jakarta.websocket.server.ServerContainer) container);
                support.endpoint = hidden;
            }
            if (terms.deflate()) {
                hidden.prepareDeflate();
            }
            return new WebSocketHandshake(engine, hooks, origins, terms, hidden);
        }
    }
}
