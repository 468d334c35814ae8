package org.sockeye;

@FunctionalInterface
public interface HeadersListener {
    void headers(ResponseHeaders headers, HandshakeRequest request);
}
