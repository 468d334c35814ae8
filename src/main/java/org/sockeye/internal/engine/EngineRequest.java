package org.sockeye.internal.engine;

import java.util.List;
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

    /** The value of any query parameter, of several the last, or {@code null}. */
    @Nullable
    String parameter(String name) {
        List<String> values = handshake.query().getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }
}
