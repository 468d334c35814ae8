package org.sockeye;

import org.jspecify.annotations.Nullable;

@FunctionalInterface
public non-sealed interface EventListener1<A extends @Nullable Object> extends SocketListener {
    void received(A first, SocketEvent event) throws Exception;
}
