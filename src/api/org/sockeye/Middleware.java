package org.sockeye;

@FunctionalInterface
public interface Middleware {
    void check(Socket candidate) throws Exception;
}
