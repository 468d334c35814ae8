package org.sockeye.internal.core;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.HandshakeRequest;

/** A request of which only the caller is known. */
record RequestBy(@Nullable Principal principal) implements HandshakeRequest {

    static final RequestBy NOBODY = new RequestBy(null);

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String url() {
        return "/socket.io/";
    }

    @Override
    public Map<String, List<String>> headers() {
        return Map.of();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.empty();
    }

    @Override
    public Map<String, List<String>> query() {
        return Map.of();
    }

    @Override
    public String remoteAddress() {
        return "127.0.0.1";
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return Optional.empty();
    }
}
