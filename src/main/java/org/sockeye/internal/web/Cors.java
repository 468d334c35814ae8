package org.sockeye.internal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.sockeye.HandshakeRequest;
import org.sockeye.SocketIoConfig;

/**
 * Writes the CORS headers of every answer, errors and the 101 of a WebSocket included, as the reference server does; none unless origins
 * are configured, and none where a gateway does it.
 */
final class Cors {

    private final Origins origins;
    private final boolean on;
    private final boolean credentials;
    private final String methods;
    private final String allowedHeaders;
    private final String exposedHeaders;
    private final Optional<Long> maxAge;

    Cors(SocketIoConfig config, Origins origins) {
        this.origins = origins;
        this.on = config.cors();
        this.credentials = config.corsCredentials();
        this.methods = String.join(",", config.corsMethods());
        this.allowedHeaders = String.join(",", config.corsAllowedHeaders());
        this.exposedHeaders = String.join(",", config.corsExposedHeaders());
        this.maxAge = config.corsMaxAge().map(age -> age.toSeconds());
    }

    /**
     * Adds the headers.
     *
     * @return whether this was a preflight request, which is answered with that
     */
    boolean answer(HandshakeRequest request, HttpServletResponse response) {
        if (!on || !origins.configured()) {
            return false;
        }
        allowOrigin(request, response);
        set("Access-Control-Expose-Headers", exposedHeaders, response);
        if (!request.method().equals("OPTIONS")) {
            return false;
        }
        answerPreflight(request, response);
        return true;
    }

    private void allowOrigin(HandshakeRequest request, HttpServletResponse response) {
        if (!origins.any()) {
            response.addHeader("Vary", "Origin");
        }
        origins.allowOrigin(request).ifPresent(allowed -> set("Access-Control-Allow-Origin", allowed, response));
        set("Access-Control-Allow-Credentials", credentials ? "true" : "", response);
    }

    private void answerPreflight(HandshakeRequest request, HttpServletResponse response) {
        set("Access-Control-Allow-Methods", methods, response);
        set("Access-Control-Allow-Headers", allowedHeaders(request, response), response);
        set("Access-Control-Max-Age", maxAge.map(String::valueOf).orElse(""), response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setContentLength(0);
    }

    /** Those of the settings, or else whatever was asked for. */
    private String allowedHeaders(HandshakeRequest request, HttpServletResponse response) {
        if (!allowedHeaders.isEmpty()) {
            return allowedHeaders;
        }
        response.addHeader("Vary", "Access-Control-Request-Headers");
        List<String> asked = request.headers().getOrDefault("access-control-request-headers", List.of());
        return String.join(",", asked);
    }

    private static void set(String name, String value, HttpServletResponse response) {
        if (!value.isEmpty()) {
            response.setHeader(name, value);
        }
    }
}
