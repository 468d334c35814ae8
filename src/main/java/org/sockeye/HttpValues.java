package org.sockeye;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the settings of HTTP are read, and which of them do not fit together. A value that cannot be is an IllegalArgumentException. */
final class HttpValues {

    static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");
    private static final Pattern COOKIE = Pattern.compile("[A-Za-z0-9_.-]*");
    private static final Pattern COOKIE_PATH = Pattern.compile("/[\\x21-\\x7e&&[^;,]]*");
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+]");
    private static final Pattern ORIGIN = Pattern.compile("([a-z][a-z0-9+.-]*)://(.+?)(:([1-9][0-9]{0,4})|:\\*)?");
    private static final int LAST_PORT = 65_535;

    private HttpValues() {}

    /** Without a last slash. Nothing that browsers, proxies or containers write in another way, or take a part of away. */
    static Object path(String text) {
        return matching(PATH, text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    static Object cookie(String text) {
        return matching(COOKIE, text);
    }

    static Object cookiePath(String text) {
        return matching(COOKIE_PATH, text);
    }

    static Object sameSite(String text) {
        return SameSite.valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** A duration of so many seconds or more, or nothing. */
    static Object seconds(String text, int least) {
        if (text.isEmpty()) {
            return text;
        }
        Duration duration = Setting.duration(text);
        require(duration.toSeconds() >= least && duration.toSeconds() <= Integer.MAX_VALUE && !duration.isNegative());
        return duration;
    }

    static Object tokens(String text) {
        List<String> tokens = list(text);
        require(tokens.stream().allMatch(token -> token.matches(TOKEN)));
        return tokens;
    }

    static Object methods(String text) {
        Object methods = tokens(text);
        require(!methods.equals(List.of()));
        return methods;
    }

    static Object origins(String text) {
        return list(text).stream().map(HttpValues::origin).toList();
    }

    /** As browsers write it: lower case, and without the port that the scheme has anyway. */
    private static String origin(String text) {
        String origin = text.toLowerCase(Locale.ROOT).replaceFirst("^(http://[^/]*):80$|^(https://[^/]*):443$", "$1$2");
        var parts = ORIGIN.matcher(origin);
        require(origin.equals("*")
                || (parts.matches() && HOST.matcher(parts.group(2)).matches() && isPort(parts.group(4))));
        return origin;
    }

    private static boolean isPort(@Nullable String digits) {
        return digits == null || Integer.parseInt(digits) <= LAST_PORT;
    }

    static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String matching(Pattern pattern, String text) {
        require(pattern.matcher(text).matches());
        return text;
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException();
        }
    }

    /** Refuses what a browser would refuse, or what would let any site act as the user. */
    static void checkTogether(SocketIoConfig config) {
        if (config.cookieSameSite() == SameSite.NONE && !config.cookieSecure()) {
            throw new ConfigurationException(
                    "Setting \"cookieSameSite\" is \"none\", which browsers take only from a cookie"
                            + " that is secure; allowed is strict or lax, or to set \"cookieSecure\" to true");
        }
        if (config.cors() && config.corsCredentials() && config.corsOrigins().contains("*")) {
            throw new ConfigurationException(
                    "Setting \"corsOrigins\" is \"*\" while \"corsCredentials\" is \"true\": any"
                            + " site could act as the user; allowed are origins, patterns such as https://*.example.com, or"
                            + " Engine.corsOrigin");
        }
        checkPrefix(config, config.cookie().orElse(""));
    }

    /** Browsers drop a cookie whose name promises what its attributes do not keep. */
    private static void checkPrefix(SocketIoConfig config, String cookie) {
        boolean host = cookie.startsWith("__Host-");
        boolean secure = host || cookie.startsWith("__Secure-");
        if ((secure && !config.cookieSecure()) || (host && !config.cookiePath().equals("/"))) {
            throw new ConfigurationException(
                    "Setting \"cookie\" is \"" + cookie + "\", a name that browsers take only with"
                            + " \"cookieSecure\" true" + (host ? " and \"cookiePath\" /" : ""));
        }
    }
}
