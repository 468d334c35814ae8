package org.sockeye.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.HandshakeRequest;
import org.sockeye.internal.engine.QueryString;

/** A copy of a request: the container takes its own object back when the request is over. */
record HandshakeSnapshot(
        String method,
        String url,
        Map<String, List<String>> headers,
        Map<String, List<String>> query,
        String remoteAddress,
        boolean isSecure,
        @Nullable Principal principal,
        @Nullable HttpSession session,
        Roles roles)
        implements HandshakeRequest {

    static HandshakeSnapshot of(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return new HandshakeSnapshot(
                request.getMethod(),
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                headersOf(request),
                QueryString.parse(query),
                request.getRemoteAddr(),
                request.isSecure(),
                request.getUserPrincipal(),
                request.getSession(false),
                Roles.NOT_ASKED);
    }

    /** With the answers of the container about the caller. */
    HandshakeSnapshot with(Roles asked) {
        return new HandshakeSnapshot(method, url, headers, query, remoteAddress, isSecure, principal, session, asked);
    }

    private static Map<String, List<String>> headersOf(HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(Collections.list(request.getHeaders(name))));
        }
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The value of a query parameter; of several the last, as in the reference server. */
    @Nullable
    String parameter(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    /** Whether the client asks for a WebSocket; it may ask for HTTP/2 in the same way. */
    boolean asksForWebSocket() {
        return hasToken("upgrade", "websocket") && hasToken("connection", "upgrade");
    }

    private boolean hasToken(String header, String token) {
        return headers.getOrDefault(header, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .anyMatch(part -> part.strip().equalsIgnoreCase(token));
    }

    @Override
    public boolean isUserInRole(String role) {
        return roles.include(role);
    }

    @Override
    public boolean isSessionValid() {
        return session == null || HttpSessions.isValid(session);
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return type.isInstance(session) ? Optional.of(type.cast(session)) : Optional.empty();
    }

    /** Headers and query carry secrets: they do not belong into a log. */
    @Override
    public String toString() {
        return method + " from " + remoteAddress;
    }
}
