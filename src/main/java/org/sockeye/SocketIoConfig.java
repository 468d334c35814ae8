package org.sockeye;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a server. Immutable; a value that cannot work is refused when it is built.
 *
 * <p>The defaults are the reference server's. The same names are the init-params of the servlet in {@code web.xml}. A bean that is one, by a
 * producer method, sets what {@code web.xml} and MicroProfile Config leave open.
 */
public final class SocketIoConfig {

    private record Given(String text, Object value) {}

    private final Map<Setting, Given> values;

    private SocketIoConfig(Map<Setting, Given> values) {
        this.values = values;
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder(Map.of());
    }

    /** Starts from these settings, to change some. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** The names of all settings that there are. */
    public static List<String> names() {
        return Arrays.stream(Setting.values()).map(Setting::settingName).toList();
    }

    /** What was set, by name, as texts that {@link Builder#set} takes. What is not in it has its default. A copy. */
    public Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        values.forEach((setting, value) -> given.put(setting.settingName(), value.text()));
        return given;
    }

    /** The path below the context path, without a trailing slash. Default {@code /socket.io}. */
    public String path() {
        return (String) value(Setting.PATH);
    }

    /** Whether this is the default one of several servers of an application. Default {@code false}. */
    public boolean defaultServer() {
        return (Boolean) value(Setting.DEFAULT_SERVER);
    }

    /** How long after a client's last answer the next heartbeat is sent. Default 25 s. */
    public Duration pingInterval() {
        return (Duration) value(Setting.PING_INTERVAL);
    }

    /** How long a client may take to answer a heartbeat before it counts as gone. Default 20 s. */
    public Duration pingTimeout() {
        return (Duration) value(Setting.PING_TIMEOUT);
    }

    /** How long a client may take to complete an upgrade before the new transport is closed. Default 10 s. */
    public Duration upgradeTimeout() {
        return (Duration) value(Setting.UPGRADE_TIMEOUT);
    }

    /** How long a client may take to connect to a namespace before it is closed. Default 45 s. */
    public Duration connectTimeout() {
        return (Duration) value(Setting.CONNECT_TIMEOUT);
    }

    /** How long a client may take to acknowledge an event. Default 60 s. */
    public Duration ackTimeout() {
        return (Duration) value(Setting.ACK_TIMEOUT);
    }

    /** Whether a client that has lost its connection can come back to its sockets. Default {@code false}. */
    public boolean connectionStateRecovery() {
        return (Boolean) value(Setting.CONNECTION_STATE_RECOVERY);
    }

    /** How long a client that can come back may be away. Default 2 min. */
    public Duration maxDisconnectionDuration() {
        return (Duration) value(Setting.MAX_DISCONNECTION_DURATION);
    }

    /** Whether a client that comes back is let in without asking the middleware. Default {@code true}. */
    public boolean skipMiddlewares() {
        return (Boolean) value(Setting.SKIP_MIDDLEWARES);
    }

    /** The most sockets that are kept for clients that may come back. A further one lets the oldest expire. Default 100 000. */
    public int maxRecoverableSessions() {
        return (Integer) value(Setting.MAX_RECOVERABLE_SESSIONS);
    }

    /** The most events that are kept for clients that may come back; the oldest are forgotten first. Default 100 000. */
    public int maxRecoveryPackets() {
        return (Integer) value(Setting.MAX_RECOVERY_PACKETS);
    }

    /** The most bytes of events that are kept for clients that may come back; the oldest are forgotten first. Default 50 000 000. */
    public int maxRecoveryBytes() {
        return (Integer) value(Setting.MAX_RECOVERY_BYTES);
    }

    /** The most bytes of one request body, WebSocket message, or binary event with its attachments. Default 1 000 000. */
    public int maxPayload() {
        return (Integer) value(Setting.MAX_PAYLOAD);
    }

    /** The most binary attachments of one event. Default 10. */
    public int maxAttachments() {
        return (Integer) value(Setting.MAX_ATTACHMENTS);
    }

    /** The most bytes that may wait for one client before it is closed. Default 10 000 000. */
    public int maxOutboxBytes() {
        return (Integer) value(Setting.MAX_OUTBOX_BYTES);
    }

    /** The most packets that may wait for one client before it is closed. Default 25 000. */
    public int maxOutboxPackets() {
        return (Integer) value(Setting.MAX_OUTBOX_PACKETS);
    }

    /** What happens to a client that does not read, when as much waits for it as may. Default {@link OutboxPolicy#CLOSE}. */
    public OutboxPolicy outboxPolicy() {
        return (OutboxPolicy) value(Setting.OUTBOX_POLICY);
    }

    /** The most packets of one long-polling request. A body that has more closes the session. Default 25 000. */
    public int maxPacketsPerPayload() {
        return (Integer) value(Setting.MAX_PACKETS_PER_PAYLOAD);
    }

    /** The most clients at a time. Further ones are refused with status 503. Default 100 000. */
    public int maxSessions() {
        return (Integer) value(Setting.MAX_SESSIONS);
    }

    /** The most clients at a time that are in no namespace yet. A further one closes the one that came first. Default 10 000. */
    public int maxUnconnectedSessions() {
        return (Integer) value(Setting.MAX_UNCONNECTED_SESSIONS);
    }

    /** The most events of one client that may wait for its listeners before it is closed. Default 25 000. */
    public int maxWaitingEvents() {
        return (Integer) value(Setting.MAX_WAITING_EVENTS);
    }

    /** Whether a namespace that a client has created is gone when nobody is in it any more. Default {@code false}. */
    public boolean cleanupEmptyChildNamespaces() {
        return (Boolean) value(Setting.CLEANUP_EMPTY_CHILD_NAMESPACES);
    }

    /** The most namespaces at a time that clients have created. Who asks for one more is refused. Default 10 000. */
    public int maxChildNamespaces() {
        return (Integer) value(Setting.MAX_CHILD_NAMESPACES);
    }

    /** The transports that are offered. Default both. */
    @SuppressWarnings("unchecked")
    public Set<Transport> transports() {
        return (Set<Transport>) value(Setting.TRANSPORTS);
    }

    /**
     * Whether clients of revision 3 of Engine.IO may connect, which are those of Socket.IO 1.x and 2.x, and clients may poll by JSON-P. Default
     * {@code false}.
     */
    public boolean allowEIO3() {
        return (Boolean) value(Setting.ALLOW_EIO3);
    }

    /** Whether clients are told that they may upgrade from long-polling to WebSocket. Default {@code true}. */
    public boolean allowUpgrades() {
        return (Boolean) value(Setting.ALLOW_UPGRADES);
    }

    /** A message that every session begins with, below Socket.IO, without spaces around it. Default none. */
    public Optional<String> initialPacket() {
        return text(Setting.INITIAL_PACKET);
    }

    /** The name of the cookie that has the session id, for load balancers that keep a client with its server. Default none. */
    public Optional<String> cookie() {
        return text(Setting.COOKIE);
    }

    /** The path of the cookie. Default {@code /}. */
    public String cookiePath() {
        return (String) value(Setting.COOKIE_PATH);
    }

    /** Whether scripts of a page cannot read the cookie. Default {@code true}. */
    public boolean cookieHttpOnly() {
        return (Boolean) value(Setting.COOKIE_HTTP_ONLY);
    }

    /** With which requests of other sites the cookie is sent. Default {@link SameSite#LAX}. */
    public SameSite cookieSameSite() {
        return (SameSite) value(Setting.COOKIE_SAME_SITE);
    }

    /** Whether the cookie is sent over TLS only. Default {@code false}. */
    public boolean cookieSecure() {
        return (Boolean) value(Setting.COOKIE_SECURE);
    }

    /** How long the cookie lasts; until the browser is closed when there is none. Default none. */
    public Optional<Duration> cookieMaxAge() {
        return duration(Setting.COOKIE_MAX_AGE);
    }

    /** Whether long-polling answers are compressed. Default {@code true}. */
    public boolean httpCompression() {
        return (Boolean) value(Setting.HTTP_COMPRESSION);
    }

    /** From how many bytes on a long-polling answer is compressed. Default 1024. */
    public int httpCompressionThreshold() {
        return (Integer) value(Setting.HTTP_COMPRESSION_THRESHOLD);
    }

    /** Whether WebSocket messages are compressed, where container and client can. Default {@code false}. */
    public boolean perMessageDeflate() {
        return (Boolean) value(Setting.PER_MESSAGE_DEFLATE);
    }

    /** Whether CORS headers are sent and preflight requests answered, for the origins that may connect. Default {@code true}. */
    public boolean cors() {
        return (Boolean) value(Setting.CORS);
    }

    /** The origins of other sites that may connect, in lower case: exact ones, patterns, or {@code *} for any. Default none. */
    public List<String> corsOrigins() {
        return list(Setting.CORS_ORIGINS);
    }

    /** The methods that a preflight answer names. Default GET, HEAD, PUT, PATCH, POST and DELETE. */
    public List<String> corsMethods() {
        return list(Setting.CORS_METHODS);
    }

    /** The request headers that a preflight answer names; when there are none, those that were asked for. Default none. */
    public List<String> corsAllowedHeaders() {
        return list(Setting.CORS_ALLOWED_HEADERS);
    }

    /** The headers of an answer that pages of other sites may read. Default none. */
    public List<String> corsExposedHeaders() {
        return list(Setting.CORS_EXPOSED_HEADERS);
    }

    /** Whether pages of other sites may send cookies. Default {@code false}. */
    public boolean corsCredentials() {
        return (Boolean) value(Setting.CORS_CREDENTIALS);
    }

    /** How long a browser may remember a preflight answer. Default none. */
    public Optional<Duration> corsMaxAge() {
        return duration(Setting.CORS_MAX_AGE);
    }

    /** The roles that the container is asked for when a client begins a session, beside those that observers name. Default none. */
    public List<String> roles() {
        return list(Setting.ROLES);
    }

    /** Whether every request of a session must come from the caller who began it, as the container names callers. Default {@code true}. */
    public boolean principalCheck() {
        return (Boolean) value(Setting.PRINCIPAL_CHECK);
    }

    /** Which threads run the application's code. Default {@link Dispatch#AUTO}; of a server that runs, what that has become. */
    public Dispatch dispatch() {
        return (Dispatch) value(Setting.DISPATCH);
    }

    /** The most threads of the server's own executor, where the container brings none. Default 64. */
    public int dispatchThreads() {
        return (Integer) value(Setting.DISPATCH_THREADS);
    }

    /** Whether the server and its namespaces have MBeans. Default {@code true}. */
    public boolean jmx() {
        return (Boolean) value(Setting.JMX);
    }

    /** Whether the browser client is served below the path, at {@code socket.io.js}. Default {@code true}. */
    public boolean serveClient() {
        return (Boolean) value(Setting.SERVE_CLIENT);
    }

    /** The form of packets on the wire: {@code default}, {@code msgpack}, or what the application brings. Default {@code default}. */
    public String parser() {
        return (String) value(Setting.PARSER);
    }

    /**
     * What objects are read and written by: {@code jsonb}, {@code jackson}, {@code builtin}, what the application brings, or with {@code auto} what is there
     * of these: the application's own, JSON-B, Jackson, at last the built-in codec. Default {@code auto}.
     */
    public String jsonCodec() {
        return (String) value(Setting.JSON_CODEC);
    }

    private Optional<String> text(Setting setting) {
        return Optional.of((String) value(setting)).filter(text -> !text.isEmpty());
    }

    /** An empty text stands for none. */
    private Optional<Duration> duration(Setting setting) {
        return value(setting) instanceof Duration duration ? Optional.of(duration) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // the setting's parser made the list
    private List<String> list(Setting setting) {
        return (List<String>) value(setting);
    }

    private Object value(Setting setting) {
        Given given = values.get(setting);
        return given == null ? setting.defaultValue() : given.value();
    }

    /** Collects settings by name. Not safe for several threads. */
    public static final class Builder {

        private final Map<Setting, Given> values = new EnumMap<>(Setting.class);

        private Builder(Map<Setting, Given> values) {
            this.values.putAll(values);
        }

        /**
         * Sets one setting from its text form, as in {@code web.xml}: a duration in milliseconds or as ISO-8601 ({@code PT25S}), a list by comma.
         *
         * @throws ConfigurationException if no setting has this name, or the value cannot be one of it
         */
        public Builder set(String name, String value) {
            Setting setting = Setting.named(name, value);
            values.put(setting, new Given(value, setting.parse(value)));
            return this;
        }

        /**
         * Makes the settings final.
         *
         * @throws ConfigurationException if they do not fit together
         */
        public SocketIoConfig build() {
            SocketIoConfig config = new SocketIoConfig(new EnumMap<>(values));
            Together.check(config);
            return config;
        }
    }
}
