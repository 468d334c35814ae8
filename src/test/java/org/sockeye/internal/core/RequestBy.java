package org.sockeye.internal.core;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockeye.HandshakeRequest;

/** A request of which only the caller is known. */
record RequestBy(Principal principal) implements HandshakeRequest {

    @Override
    public String method() {
        return NoRequest.INSTANCE.method();
    }

    @Override
    public String url() {
        return NoRequest.INSTANCE.url();
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
        return NoRequest.INSTANCE.remoteAddress();
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
