package org.sockeye;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public final class SocketIoConfig {
    private SocketIoConfig() { super(); }
    public Duration ackTimeout() { throw null; }
    public boolean allowEIO3() { throw null; }
    public boolean allowUpgrades() { throw null; }
    public static SocketIoConfig.Builder builder() { throw null; }
    public boolean cleanupEmptyChildNamespaces() { throw null; }
    public Duration connectTimeout() { throw null; }
    public boolean connectionStateRecovery() { throw null; }
    public Optional<String> cookie() { throw null; }
    public boolean cookieHttpOnly() { throw null; }
    public Optional<Duration> cookieMaxAge() { throw null; }
    public String cookiePath() { throw null; }
    public SameSite cookieSameSite() { throw null; }
    public boolean cookieSecure() { throw null; }
    public boolean cors() { throw null; }
    public List<String> corsAllowedHeaders() { throw null; }
    public boolean corsCredentials() { throw null; }
    public List<String> corsExposedHeaders() { throw null; }
    public Optional<Duration> corsMaxAge() { throw null; }
    public List<String> corsMethods() { throw null; }
    public List<String> corsOrigins() { throw null; }
    public boolean defaultServer() { throw null; }
    public Dispatch dispatch() { throw null; }
    public int dispatchThreads() { throw null; }
    public Map<String, String> given() { throw null; }
    public boolean httpCompression() { throw null; }
    public int httpCompressionThreshold() { throw null; }
    public Optional<String> initialPacket() { throw null; }
    public boolean jmx() { throw null; }
    public String jsonCodec() { throw null; }
    public int maxAttachments() { throw null; }
    public int maxChildNamespaces() { throw null; }
    public Duration maxDisconnectionDuration() { throw null; }
    public int maxOutboxBytes() { throw null; }
    public int maxOutboxPackets() { throw null; }
    public int maxPacketsPerPayload() { throw null; }
    public int maxPayload() { throw null; }
    public int maxRecoverableSessions() { throw null; }
    public int maxRecoveryBytes() { throw null; }
    public int maxRecoveryPackets() { throw null; }
    public int maxSessions() { throw null; }
    public int maxUnconnectedSessions() { throw null; }
    public int maxWaitingEvents() { throw null; }
    public static List<String> names() { throw null; }
    public OutboxPolicy outboxPolicy() { throw null; }
    public String parser() { throw null; }
    public String path() { throw null; }
    public boolean perMessageDeflate() { throw null; }
    public Duration pingInterval() { throw null; }
    public Duration pingTimeout() { throw null; }
    public boolean principalCheck() { throw null; }
    public List<String> roles() { throw null; }
    public boolean serveClient() { throw null; }
    public boolean skipMiddlewares() { throw null; }
    public SocketIoConfig.Builder toBuilder() { throw null; }
    public Set<Transport> transports() { throw null; }
    public Duration upgradeTimeout() { throw null; }
    public static final class Builder {
        private Builder() { super(); }
        public SocketIoConfig build() { throw null; }
        public SocketIoConfig.Builder set(String name, String value) { throw null; }
    }
}
