package org.sockeye;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client brought when it connected to a namespace. Immutable. */
public interface Handshake {

    /** The {@code auth} object of the client, as Java values; empty when it sent none. */
    Map<String, @Nullable Object> auth();

    /**
     * The {@code auth} object of the client, bound to a type.
     *
     * @throws PayloadException if it does not fit the type
     */
    <T> @Nullable T auth(Class<T> type);

    /** When the client connected to the namespace. */
    Instant time();

    /** {@link #time()} in milliseconds since the beginning of 1970. */
    default long issued() {
        return time().toEpochMilli();
    }

    /** The HTTP request that opened the connection. */
    HandshakeRequest request();

    /** All headers of the request, by lower-case name. */
    default Map<String, List<String>> headers() {
        return request().headers();
    }

    /** The first value of a header of the request, whatever the case of its name. */
    default Optional<String> header(String name) {
        return request().header(name);
    }

    /** The query parameters of the request, decoded, in the order sent. */
    default Map<String, List<String>> query() {
        return request().query();
    }

    /** The first value of a query parameter of the request. */
    default Optional<String> query(String name) {
        return query().getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The path and, after a question mark, the query string of the request. */
    default String url() {
        return request().url();
    }

    /** The address that the request came from: of the client, or of the proxy in front. */
    default String address() {
        return request().remoteAddress();
    }

    /** Whether the request came over TLS. */
    default boolean isSecure() {
        return request().isSecure();
    }

    /** Whether the request says which site's page it comes from, by an {@code Origin} header, as those of browsers to another site do. */
    default boolean isCrossDomain() {
        return header("origin").isPresent();
    }

    /** Who the container said the caller was; {@code null} when nobody was logged in. */
    default @Nullable Principal principal() {
        return request().principal();
    }

    /**
     * Whether the caller was in a role when the session began. See {@link HandshakeRequest#isUserInRole}.
     *
     * @throws IllegalArgumentException if the container was not asked for this role
     */
    default boolean isUserInRole(String role) {
        return request().isUserInRole(role);
    }
}
