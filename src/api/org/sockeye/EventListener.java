package org.sockeye;

@FunctionalInterface
public non-sealed interface EventListener extends SocketListener {
    void received(SocketEvent event) throws Exception;
}
