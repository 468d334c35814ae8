package org.sockeye;

@FunctionalInterface
public interface IdGenerator {
    String generate(HandshakeRequest request) throws Exception;
}
