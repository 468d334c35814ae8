package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.websocket.Extension;
import jakarta.websocket.WebSocketContainer;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * The compression of WebSocket messages, which is the container's: on for all messages of a WebSocket or off for all, since Jakarta WebSocket
 * has no way to say it of one message.
 */
final class PerMessageDeflate {

    private static final String NAME = "permessage-deflate";

    private PerMessageDeflate() {}

    /** The container's own extension, which WildFly wants to be asked for; none, with a warning, where it has none. */
    static List<Extension> of(WebSocketContainer container) {
        List<Extension> installed = deflateIn(List.copyOf(container.getInstalledExtensions()));
        if (installed.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Setting \"perMessageDeflate\" is \"true\", but the container has no permessage-deflate, or it is switched off"
                            + " there: WebSocket messages are not compressed");
        }
        return installed;
    }

    /** What is answered to a client: its first offer, if the container has it. */
    static List<Extension> negotiate(List<Extension> installed, List<Extension> offered) {
        return deflateIn(installed).isEmpty() ? List.of() : deflateIn(offered);
    }

    private static List<Extension> deflateIn(List<Extension> extensions) {
        return extensions.stream()
                .filter(extension -> NAME.equals(extension.getName()))
                .limit(1)
                .toList();
    }
}
