package org.sockeye;

import org.jspecify.annotations.Nullable;

@FunctionalInterface
public non-sealed interface EventListener3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> extends SocketListener {
    void received(A first, B second, C third, SocketEvent event) throws Exception;
}
