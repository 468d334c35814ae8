package org.sockeye;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public interface HandshakeRequest {
    Optional<String> header(String name);
    Map<String, List<String>> headers();
    boolean isSecure();
    default boolean isSessionValid() { throw null; }
    default boolean isUserInRole(String role) { throw null; }
    String method();
    @Nullable Principal principal();
    Map<String, List<String>> query();
    String remoteAddress();
    <T> Optional<T> unwrap(Class<T> type);
    String url();
}
