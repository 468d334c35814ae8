package org.sockeye.internal.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.HandshakeRequest;

/**
 * Decides which sites may talk to the server, for long-polling and for WebSocket alike.
 *
 * <p>A browser keeps a page from reading answers of another site unless they carry the CORS headers; for a WebSocket it asks
 * nobody, and only says in the Origin header which site the page is from. So what CORS would forbid for an answer is refused
 * for a WebSocket. A request without Origin is not from a page. The server's own site is told by the Host header, or by
 * X-Forwarded-Host behind a proxy; a page can set neither.
 */
final class Origins {

    private final List<String> allowed;
    private final boolean any;

    Origins(List<String> allowed) {
        this.allowed = List.copyOf(allowed);
        this.any = allowed.contains("*");
    }

    /** Whether CORS is in use at all: no header is sent otherwise. */
    boolean configured() {
        return !allowed.isEmpty();
    }

    /** Whether every origin is let in, so that answers do not depend on who asks. */
    boolean any() {
        return any;
    }

    /** The value of Access-Control-Allow-Origin, if there is to be one. */
    Optional<String> allowOrigin(@Nullable String origin) {
        if (any) {
            return Optional.of("*");
        }
        return Optional.ofNullable(origin).filter(allowed::contains);
    }

    /** Whether a WebSocket may be opened by the page, if any, that asks for it. */
    boolean admits(HandshakeRequest request) {
        List<String> origins = request.headers().getOrDefault("origin", List.of());
        return origins.isEmpty() || any || (origins.size() == 1 && admits(origins.get(0), request));
    }

    private boolean admits(String origin, HandshakeRequest request) {
        return allowed.contains(origin)
                || isSite(origin, request.header("host"))
                || isSite(origin, request.header("x-forwarded-host"));
    }

    private static boolean isSite(String origin, Optional<String> host) {
        Optional<String> site = authority(origin);
        return site.isPresent() && site.equals(host.map(Origins::withoutDefaultPort));
    }

    private static Optional<String> authority(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            return Optional.empty();
        }
        return Optional.of(withoutDefaultPort(lower.substring(lower.indexOf("://") + 3)));
    }

    private static String withoutDefaultPort(String authority) {
        return authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    }
}
