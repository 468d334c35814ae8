package org.sockeye;

/** Decides which other sites' pages may connect, beside those of the setting {@code corsOrigins}. See {@link Engine} for threads. */
@FunctionalInterface
public interface OriginFilter {

    /**
     * Whether pages of this origin may read answers and open WebSockets. What this throws is logged, and means no.
     *
     * @param origin as the browser sends it, {@code https://app.example.com}; {@code null} as text, from a page that has none, is never asked for
     */
    boolean allows(String origin, HandshakeRequest request) throws Exception;
}
