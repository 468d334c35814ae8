package org.sockeye;

@FunctionalInterface
public interface ServerSideListener {
    void received(ServerSideEvent event) throws Exception;
}
