package org.sockeye;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one table of settings: name, default, how a text becomes a value, and what is allowed. */
enum Setting {
    PATH(
            "path",
            "/socket.io",
            "segments of ASCII letters, digits, hyphens, dots, underscores and tildes, each after a slash, none of them empty, . or .."
                    + " (/socket.io)",
            HttpValues::path),
    DEFAULT_SERVER("defaultServer", false, Allowed.BOOLEAN, Setting::parseBoolean),
    PING_INTERVAL("pingInterval", Duration.ofSeconds(25), Allowed.DURATION, Setting::parseDuration),
    PING_TIMEOUT("pingTimeout", Duration.ofSeconds(20), Allowed.DURATION, Setting::parseDuration),
    UPGRADE_TIMEOUT("upgradeTimeout", Duration.ofSeconds(10), Allowed.DURATION, Setting::parseDuration),
    CONNECT_TIMEOUT("connectTimeout", Duration.ofSeconds(45), Allowed.DURATION, Setting::parseDuration),
    ACK_TIMEOUT("ackTimeout", Duration.ofSeconds(60), Allowed.DURATION, Setting::parseDuration),
    CONNECTION_STATE_RECOVERY("connectionStateRecovery", false, Allowed.BOOLEAN, Setting::parseBoolean),
    MAX_DISCONNECTION_DURATION(
            "maxDisconnectionDuration", Duration.ofMinutes(2), Allowed.DURATION, Setting::parseDuration),
    SKIP_MIDDLEWARES("skipMiddlewares", true, Allowed.BOOLEAN, Setting::parseBoolean),
    MAX_RECOVERABLE_SESSIONS("maxRecoverableSessions", 100_000, Allowed.COUNT, Setting::parseCount),
    MAX_RECOVERY_PACKETS("maxRecoveryPackets", 100_000, Allowed.COUNT, Setting::parseCount),
    MAX_RECOVERY_BYTES("maxRecoveryBytes", 50_000_000, Allowed.COUNT, Setting::parseCount),
    MAX_PAYLOAD("maxPayload", 1_000_000, Allowed.COUNT, Setting::parseCount),
    MAX_ATTACHMENTS("maxAttachments", 10, "a whole number from 0 to 2147483647", text -> parseInt(text, 0)),
    MAX_OUTBOX_BYTES(
            "maxOutboxBytes", 10_000_000, "a whole number from 256 to 2147483647", text -> parseInt(text, 256)),
    MAX_OUTBOX_PACKETS("maxOutboxPackets", 25_000, Allowed.COUNT, Setting::parseCount),
    OUTBOX_POLICY("outboxPolicy", OutboxPolicy.CLOSE, "one of close, drop-volatile", Setting::parseOutboxPolicy),
    MAX_PACKETS_PER_PAYLOAD("maxPacketsPerPayload", 25_000, Allowed.COUNT, Setting::parseCount),
    MAX_SESSIONS("maxSessions", 100_000, Allowed.COUNT, Setting::parseCount),
    MAX_UNCONNECTED_SESSIONS("maxUnconnectedSessions", 10_000, Allowed.COUNT, Setting::parseCount),
    MAX_WAITING_EVENTS("maxWaitingEvents", 25_000, Allowed.COUNT, Setting::parseCount),
    CLEANUP_EMPTY_CHILD_NAMESPACES("cleanupEmptyChildNamespaces", false, Allowed.BOOLEAN, Setting::parseBoolean),
    MAX_CHILD_NAMESPACES("maxChildNamespaces", 10_000, Allowed.COUNT, Setting::parseCount),
    TRANSPORTS(
            "transports",
            Collections.unmodifiableSet(EnumSet.allOf(Transport.class)),
            "one or both of polling, websocket, by comma",
            Setting::parseTransports),
    ALLOW_EIO3("allowEIO3", false, Allowed.BOOLEAN, Setting::parseBoolean),
    ALLOW_UPGRADES("allowUpgrades", true, Allowed.BOOLEAN, Setting::parseBoolean),
    INITIAL_PACKET("initialPacket", "", "any text", text -> text),
    COOKIE("cookie", "", "nothing, or a name of letters, digits, dots, hyphens and underscores", HttpValues::cookie),
    COOKIE_PATH(
            "cookiePath",
            "/",
            "a path that starts with a slash, of ASCII characters without spaces, commas and semicolons",
            HttpValues::cookiePath),
    COOKIE_HTTP_ONLY("cookieHttpOnly", true, Allowed.BOOLEAN, Setting::parseBoolean),
    COOKIE_SAME_SITE(
            "cookieSameSite",
            SameSite.LAX,
            "one of strict, lax, none (the last with cookieSecure only)",
            HttpValues::sameSite),
    COOKIE_SECURE("cookieSecure", false, Allowed.BOOLEAN, Setting::parseBoolean),
    COOKIE_MAX_AGE(
            "cookieMaxAge",
            "",
            "nothing, or a duration of 1 to 2147483647 seconds, in milliseconds or as ISO-8601 (P1D)",
            text -> HttpValues.seconds(text, 1)),
    HTTP_COMPRESSION("httpCompression", true, Allowed.BOOLEAN, Setting::parseBoolean),
    HTTP_COMPRESSION_THRESHOLD(
            "httpCompressionThreshold", 1024, "a whole number from 0 to 2147483647", text -> parseInt(text, 0)),
    PER_MESSAGE_DEFLATE("perMessageDeflate", false, Allowed.BOOLEAN, Setting::parseBoolean),
    CORS("cors", true, Allowed.BOOLEAN, Setting::parseBoolean),
    CORS_ORIGINS(
            "corsOrigins",
            List.of(),
            "*, or origins by comma, such as https://example.com, https://*.example.com or http://localhost:*"
                    + " (ports from 1 to 65535)",
            HttpValues::origins),
    CORS_METHODS(
            "corsMethods",
            List.of("GET", "HEAD", "PUT", "PATCH", "POST", "DELETE"),
            "names of methods by comma",
            HttpValues::methods),
    CORS_ALLOWED_HEADERS("corsAllowedHeaders", List.of(), Allowed.HEADERS, HttpValues::tokens),
    CORS_EXPOSED_HEADERS("corsExposedHeaders", List.of(), Allowed.HEADERS, HttpValues::tokens),
    CORS_CREDENTIALS("corsCredentials", false, Allowed.BOOLEAN, Setting::parseBoolean),
    CORS_MAX_AGE(
            "corsMaxAge",
            "",
            "nothing, or a duration of 0 to 2147483647 seconds, in milliseconds or as ISO-8601 (PT10M)",
            text -> HttpValues.seconds(text, 0)),
    ROLES("roles", List.of(), "nothing, or names of roles by comma", HttpValues::list),
    PRINCIPAL_CHECK("principalCheck", true, Allowed.BOOLEAN, Setting::parseBoolean),
    DISPATCH(
            "dispatch",
            Dispatch.AUTO,
            "one of auto, container, executor, virtual (the last on a JDK from 21)",
            Setting::parseDispatch),
    DISPATCH_THREADS("dispatchThreads", 64, Allowed.COUNT, Setting::parseCount),
    JMX("jmx", true, Allowed.BOOLEAN, Setting::parseBoolean),
    SERVE_CLIENT("serveClient", true, Allowed.BOOLEAN, Setting::parseBoolean),
    PARSER(
            "parser",
            "default",
            "one of default, msgpack, or the name of a PacketParser that the application brings",
            Setting::parseName),
    JSON_CODEC(
            "jsonCodec",
            "auto",
            "one of auto, jsonb, jackson, builtin, or the name of a JsonCodecProvider that the application brings",
            Setting::parseName);

    /** Phrases that several settings share. */
    private static final class Allowed {
        static final String DURATION =
                "a duration of 1 to 2147483647 milliseconds, in milliseconds or as ISO-8601 (PT25S)";
        static final String BOOLEAN = "true or false";
        static final String HEADERS = "nothing, or names of headers by comma";
        static final String COUNT = "a whole number from 1 to 2147483647";
    }

    private final String settingName;
    private final Object defaultValue;
    private final String allowed;
    private final Function<String, Object> parser;

    Setting(String settingName, Object defaultValue, String allowed, Function<String, Object> parser) {
        this.settingName = settingName;
        this.defaultValue = defaultValue;
        this.allowed = allowed;
        this.parser = parser;
    }

    /** The setting of this name, to which somebody gives this value. */
    static Setting named(String name, String value) {
        return Arrays.stream(values())
                .filter(setting -> setting.settingName.equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("Unknown setting \"" + shown(name) + "\" is \""
                        + shown(value) + "\"; the settings are "
                        + Arrays.stream(values()).map(Setting::settingName).collect(Collectors.joining(", "))));
    }

    String settingName() {
        return settingName;
    }

    Object defaultValue() {
        return defaultValue;
    }

    /** What a value may be, in words. */
    String allowed() {
        return allowed;
    }

    Object parse(String text) {
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException refused) {
            throw new ConfigurationException(
                    "Setting \"" + settingName + "\" is \"" + shown(text) + "\"; allowed is " + allowed);
        }
    }

    /** On one line, and with everything in sight: a message is read in a log. */
    private static String shown(String text) {
        return text.codePoints()
                .mapToObj(c -> isVisible(c) ? Character.toString(c) : String.format("\\u%04x", c))
                .collect(Collectors.joining());
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static Object parseDuration(String text) {
        Duration duration = duration(text);
        require(duration.toMillis() > 0 && duration.toMillis() <= Integer.MAX_VALUE); // a browser's timer holds no more
        return duration;
    }

    static Duration duration(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Duration.ofMillis(Long.parseLong(text))
                : Duration.parse(text);
    }

    private static Object parseCount(String text) {
        return parseInt(text, 1);
    }

    private static Object parseInt(String text, int least) {
        require(text.chars().allMatch(c -> c < 0x80)); // Java takes the digits of every script
        int number = Integer.parseInt(text);
        require(number >= least);
        return number;
    }

    private static Object parseBoolean(String text) {
        require(text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
        return Boolean.valueOf(text);
    }

    private static Object parseName(String text) {
        require(text.matches("[A-Za-z0-9._-]+"));
        return text;
    }

    private static Object parseDispatch(String text) {
        return Dispatch.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Object parseOutboxPolicy(String text) {
        return OutboxPolicy.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Object parseTransports(String text) {
        Set<Transport> transports = EnumSet.noneOf(Transport.class);
        for (String name : HttpValues.list(text)) {
            transports.add(Transport.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        require(!transports.isEmpty());
        return Collections.unmodifiableSet(transports);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException();
        }
    }
}
