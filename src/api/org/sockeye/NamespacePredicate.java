package org.sockeye;

@FunctionalInterface
public interface NamespacePredicate {
    boolean test(String name, Handshake handshake) throws Exception;
}
