package org.sockeye.internal.web;

import java.util.Locale;
import java.util.Optional;
import org.sockeye.SocketIoConfig;

/** The cookie with the session id, which the answer that begins a long-polling session sets. Nothing here reads it back. */
final class SidCookie {

    private final String name;
    private final String attributes;

    private SidCookie(String name, String attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    static Optional<SidCookie> of(SocketIoConfig config) {
        return config.cookie().map(name -> new SidCookie(name, attributes(config)));
    }

    /** In the order of the reference server. */
    private static String attributes(SocketIoConfig config) {
        return config.cookieMaxAge().map(age -> "; Max-Age=" + age.toSeconds()).orElse("")
                + "; Path=" + config.cookiePath()
                + (config.cookieHttpOnly() ? "; HttpOnly" : "")
                + (config.cookieSecure() ? "; Secure" : "")
                + "; SameSite=" + capitalized(config.cookieSameSite().name());
    }

    private static String capitalized(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** The value of the Set-Cookie header; a session id needs no escaping. */
    String header(String sid) {
        return name + "=" + sid + attributes;
    }
}
