package org.sockeye;

@FunctionalInterface
public interface EventMiddleware {
    void check(SocketEvent event) throws Exception;
}
