package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.sockeye.OutboxPolicy;
import org.sockeye.Transport;

/** Settings of an engine of which a test says only what it is about. Used by the test's thread. */
final class SettingsBuilder {

    private Duration pingInterval = EngineFixture.PING_INTERVAL; // confined, as all of them
    private Duration pingTimeout = EngineFixture.PING_TIMEOUT; // confined
    private int maxPayload = EngineFixture.MAX_PAYLOAD; // confined
    private int maxPackets = 25_000; // confined
    private int maxSessions = 1_000; // confined
    private OutboxLimits outbox = new OutboxLimits(
            EngineFixture.MAX_OUTBOX_BYTES, EngineFixture.MAX_OUTBOX_PACKETS, OutboxPolicy.CLOSE); // confined
    private Set<Transport> transports = Set.of(Transport.values()); // confined

    private boolean allowUpgrades = true; // confined
    private Optional<String> initialPacket = Optional.empty(); // confined
    private boolean oldClients; // confined
    private boolean principalCheck = true; // confined

    SettingsBuilder withoutPrincipalCheck() {
        principalCheck = false;
        return this;
    }

    SettingsBuilder allowEIO3() {
        oldClients = true;
        return this;
    }

    SettingsBuilder heartbeat(Duration interval, Duration timeout) {
        pingInterval = interval;
        pingTimeout = timeout;
        return this;
    }

    SettingsBuilder maxPayload(int most) {
        maxPayload = most;
        return this;
    }

    SettingsBuilder maxPacketsPerPayload(int most) {
        maxPackets = most;
        return this;
    }

    SettingsBuilder maxSessions(int most) {
        maxSessions = most;
        return this;
    }

    SettingsBuilder outbox(int bytes, int packets, OutboxPolicy policy) {
        outbox = new OutboxLimits(bytes, packets, policy);
        return this;
    }

    SettingsBuilder transports(Transport... offered) {
        transports = Set.of(offered);
        return this;
    }

    SettingsBuilder withoutUpgrades() {
        allowUpgrades = false;
        return this;
    }

    SettingsBuilder initialPacket(String text) {
        initialPacket = Optional.of(text);
        return this;
    }

    EngineSettings build() {
        return new EngineSettings(
                pingInterval,
                pingTimeout,
                EngineFixture.UPGRADE_TIMEOUT,
                maxPayload,
                maxPackets,
                maxSessions,
                outbox,
                transports,
                oldClients,
                allowUpgrades,
                initialPacket,
                principalCheck);
    }
}
