package org.sockeye.internal.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockeye.HandshakeRequest;
import org.sockeye.internal.engine.EngineHooks;

/**
 * Decides which sites may talk to the server, for long-polling and for WebSocket alike.
 *
 * <p>A browser keeps a page from reading answers of another site unless they carry the CORS headers; for a WebSocket it asks
 * nobody, and only says in the Origin header which site the page is from. So what CORS would forbid for an answer is refused
 * for a WebSocket. A request without Origin is not from a page. The server's own site is told by the Host header, or by
 * X-Forwarded-Host behind a proxy; a page can set neither.
 */
final class Origins {

    private static final String NONE = "null";

    private final List<OriginPattern> allowed;
    private final boolean any;
    private final EngineHooks hooks;

    Origins(List<String> allowed, EngineHooks hooks) {
        this.any = allowed.contains("*");
        this.allowed = allowed.stream()
                .filter(origin -> !origin.equals("*"))
                .map(OriginPattern::of)
                .toList();
        this.hooks = hooks;
    }

    /** Whether CORS is in use at all: no header is sent otherwise. */
    boolean configured() {
        return any || !allowed.isEmpty() || hooks.decidesOnOrigins();
    }

    /** Whether every origin is let in, so that answers do not depend on who asks. */
    boolean any() {
        return any;
    }

    /** The value of Access-Control-Allow-Origin, if there is to be one. */
    Optional<String> allowOrigin(HandshakeRequest request) {
        if (any) {
            return Optional.of("*");
        }
        return origin(request).filter(origin -> isAllowed(origin, request));
    }

    /** Whether a WebSocket may be opened by the page, if any, that asks for it. */
    boolean admits(HandshakeRequest request) {
        if (any || origins(request).isEmpty()) {
            return true;
        }
        return origin(request)
                .filter(origin -> isOwn(origin, request) || isAllowed(origin, request))
                .isPresent();
    }

    /** Two origins at once are none. */
    private static Optional<String> origin(HandshakeRequest request) {
        List<String> origins = origins(request);
        return origins.size() == 1 ? Optional.of(origins.get(0)) : Optional.empty();
    }

    private static List<String> origins(HandshakeRequest request) {
        return request.headers().getOrDefault("origin", List.of());
    }

    /** An opaque origin can be anybody's, so the application is not even asked. */
    private boolean isAllowed(String origin, HandshakeRequest request) {
        return allowed.stream().anyMatch(pattern -> pattern.matches(origin))
                || (!origin.equals(NONE) && hooks.allowsOrigin(origin, request));
    }

    private static boolean isOwn(String origin, HandshakeRequest request) {
        return isSite(origin, request.header("host")) || isSite(origin, request.header("x-forwarded-host"));
    }

    /** Of several proxies in a row the first was asked by the browser. */
    private static boolean isSite(String origin, Optional<String> hosts) {
        Optional<String> site = authority(origin);
        Optional<String> host = hosts.map(all -> all.split(",", 2)[0].strip());
        return site.isPresent() && site.equals(host.map(Origins::withoutDefaultPort));
    }

    private static Optional<String> authority(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            return Optional.empty();
        }
        return Optional.of(withoutDefaultPort(lower.substring(lower.indexOf("://") + 3)));
    }

    /** Whichever the scheme: a proxy that ends TLS may hand on either port. */
    private static String withoutDefaultPort(String authority) {
        return authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    }
}
