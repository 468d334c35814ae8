package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;
import org.sockeye.Broadcaster;
import org.sockeye.spi.Flags;
import org.sockeye.spi.Selector;

/** A choice of sockets of a namespace, and how they are sent to. */
record CoreBroadcaster(CoreNamespace namespace, Selector selector, Flags flags) implements Broadcaster {

    @Override
    public Broadcaster to(String... rooms) {
        return new CoreBroadcaster(namespace, selector.to(rooms), flags);
    }

    @Override
    public Broadcaster in(String... rooms) {
        return to(rooms);
    }

    @Override
    public Broadcaster except(String... rooms) {
        return new CoreBroadcaster(namespace, selector.without(rooms), flags);
    }

    @Override
    public Broadcaster asVolatile() {
        return new CoreBroadcaster(namespace, selector, flags.asVolatile());
    }

    @Override
    public Broadcaster compress(boolean compress) {
        return new CoreBroadcaster(namespace, selector, flags.compress(compress));
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        namespace.broadcast(selector, flags, event, arguments);
    }
}
