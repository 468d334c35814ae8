package org.sockeye.internal.engine;

import org.jspecify.annotations.Nullable;
import org.sockeye.HandshakeRequest;

/**
 * An HTTP request to the engine: the value of each query parameter that the engine reads, of several the last, and the whole request.
 *
 * @param upgrade whether the client asks for a WebSocket by it
 */
public record EngineRequest(
        String method,
        @Nullable String eio,
        @Nullable String transport,
        @Nullable String sid,
        boolean upgrade,
        HandshakeRequest handshake) {

    /** Whether the request begins a session. */
    public boolean isNew() {
        return sid == null || sid.isEmpty();
    }
}
