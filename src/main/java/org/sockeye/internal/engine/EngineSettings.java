package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.sockeye.Transport;

/**
 * What the engine needs to know of the configuration. Checked by whoever read it.
 *
 * @param maxPayload the most bytes of one request body or WebSocket message, as clients are told
 * @param maxOutboxBytes the most bytes that may wait for one client
 * @param maxOutboxPackets the most packets that may wait for one client
 */
public record EngineSettings(
        Duration pingInterval,
        Duration pingTimeout,
        Duration upgradeTimeout,
        int maxPayload,
        int maxOutboxBytes,
        int maxOutboxPackets,
        Set<Transport> transports) {

    public EngineSettings {
        transports = Collections.unmodifiableSet(EnumSet.copyOf(transports));
    }
}
