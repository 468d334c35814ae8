package org.sockeye;

import org.jspecify.annotations.Nullable;

@FunctionalInterface
public non-sealed interface EventListener2<A extends @Nullable Object, B extends @Nullable Object> extends SocketListener {
    void received(A first, B second, SocketEvent event) throws Exception;
}
