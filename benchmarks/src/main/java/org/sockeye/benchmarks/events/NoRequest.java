package org.sockeye.benchmarks.events;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockeye.HandshakeRequest;

/** The request of a client that came by none. */
enum NoRequest implements HandshakeRequest {
    INSTANCE;

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String url() {
        return "/socket.io/?EIO=4&transport=websocket";
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
    public Principal principal() {
        return null;
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return Optional.empty();
    }
}
