package org.sockeye;

@FunctionalInterface
public interface OriginFilter {
    boolean allows(String origin, HandshakeRequest request) throws Exception;
}
