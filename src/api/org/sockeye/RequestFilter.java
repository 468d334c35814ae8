package org.sockeye;

@FunctionalInterface
public interface RequestFilter {
    void check(HandshakeRequest request) throws Exception;
}
