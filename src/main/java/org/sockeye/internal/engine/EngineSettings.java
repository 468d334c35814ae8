package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sockeye.Transport;

/**
 * What the engine needs to know of the configuration. Checked by whoever read it.
 *
 * @param maxPayload the most bytes of one request body or WebSocket message, as clients are told
 * @param maxPacketsPerPayload the most packets of one request body
 * @param maxSessions the most sessions at a time
 * @param outbox how much may wait for one client
 * @param allowEIO3 whether clients may speak revision 3 of the protocol, and poll by JSON-P
 * @param allowUpgrades whether clients are told of WebSocket; one that tries it anyway is let
 * @param initialPacket a message that every session begins with
 * @param principalCheck whether every request of a session must come from whoever began it
 */
public record EngineSettings(
        Duration pingInterval,
        Duration pingTimeout,
        Duration upgradeTimeout,
        int maxPayload,
        int maxPacketsPerPayload,
        int maxSessions,
        OutboxLimits outbox,
        Set<Transport> transports,
        boolean allowEIO3,
        boolean allowUpgrades,
        Optional<String> initialPacket,
        boolean principalCheck) {

    public EngineSettings {
        transports = Collections.unmodifiableSet(EnumSet.copyOf(transports));
    }
}
