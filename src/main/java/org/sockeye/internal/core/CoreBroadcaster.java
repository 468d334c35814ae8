package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;
import org.sockeye.Broadcaster;
import org.sockeye.spi.Selector;

/** A choice of sockets of a namespace. */
record CoreBroadcaster(CoreNamespace namespace, Selector selector) implements Broadcaster {

    @Override
    public Broadcaster to(String... rooms) {
        return new CoreBroadcaster(namespace, selector.to(rooms));
    }

    @Override
    public Broadcaster in(String... rooms) {
        return to(rooms);
    }

    @Override
    public Broadcaster except(String... rooms) {
        return new CoreBroadcaster(namespace, selector.without(rooms));
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        namespace.broadcast(selector, event, arguments);
    }
}
