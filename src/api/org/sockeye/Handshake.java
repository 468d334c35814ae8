package org.sockeye;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public interface Handshake {
    default String address() { throw null; }
    <T> @Nullable T auth(Class<T> type);
    Map<String, @Nullable Object> auth();
    default Optional<String> header(String name) { throw null; }
    default Map<String, List<String>> headers() { throw null; }
    default boolean isCrossDomain() { throw null; }
    default boolean isSecure() { throw null; }
    default boolean isUserInRole(String role) { throw null; }
    default long issued() { throw null; }
    default @Nullable Principal principal() { throw null; }
    default Map<String, List<String>> query() { throw null; }
    default Optional<String> query(String name) { throw null; }
    HandshakeRequest request();
    Instant time();
    default String url() { throw null; }
}
