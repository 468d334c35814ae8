package org.sockeye.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Writes the CORS headers of long-polling answers, errors included, as the reference server does; none unless configured. */
final class Cors {

    private static final String METHODS = "GET,HEAD,PUT,PATCH,POST,DELETE";

    private final Origins origins;

    Cors(Origins origins) {
        this.origins = origins;
    }

    /**
     * Adds the headers.
     *
     * @return whether this was a preflight request, which is answered with that
     */
    boolean answer(HttpServletRequest request, HttpServletResponse response) {
        if (!origins.configured()) {
            return false;
        }
        allowOrigin(request.getHeader("Origin"), response);
        if (!request.getMethod().equals("OPTIONS")) {
            return false;
        }
        answerPreflight(request.getHeader("Access-Control-Request-Headers"), response);
        return true;
    }

    private void allowOrigin(@Nullable String origin, HttpServletResponse response) {
        if (!origins.any()) {
            response.addHeader("Vary", "Origin");
        }
        origins.allowOrigin(origin).ifPresent(allowed -> response.setHeader("Access-Control-Allow-Origin", allowed));
    }

    private static void answerPreflight(@Nullable String headers, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.addHeader("Vary", "Access-Control-Request-Headers");
        if (headers != null) {
            response.setHeader("Access-Control-Allow-Headers", headers);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setContentLength(0);
    }
}
