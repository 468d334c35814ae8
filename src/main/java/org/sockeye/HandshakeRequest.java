package org.sockeye;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The HTTP request that opened a connection, as it was: a copy, valid for as long as it is held. Immutable. */
public interface HandshakeRequest {

    /** The HTTP method. */
    String method();

    /** The path and, after a question mark, the query string: {@code /app/socket.io/?EIO=4&transport=polling}. */
    String url();

    /** All headers, by lower-case name. */
    Map<String, List<String>> headers();

    /** The first value of a header, whatever the case of its name. */
    Optional<String> header(String name);

    /** The query parameters, decoded, in the order sent. */
    Map<String, List<String>> query();

    /** The address of the peer: of the client, or of the proxy in front. */
    String remoteAddress();

    /** Whether the request came over TLS. */
    boolean isSecure();

    /** Who the container says the caller is; {@code null} when nobody is logged in. */
    @Nullable
    Principal principal();

    /**
     * Whether the caller was in a role, as the container said when the session began: for those of {@link SocketIoConfig#roles}, and those that observers
     * name by {@code @RolesAllowed}. Of what another server tells of its clients, always {@code false}.
     *
     * @throws IllegalArgumentException if the container was not asked for this role
     */
    default boolean isUserInRole(String role) {
        return false;
    }

    /** Whether the {@code HttpSession} that the request came with is still valid; {@code true} as well if there was none. */
    default boolean isSessionValid() {
        return true;
    }

    /**
     * Something that the container knows of the request, by its type: {@code jakarta.servlet.http.HttpSession}, when there was one.
     */
    <T> Optional<T> unwrap(Class<T> type);
}
