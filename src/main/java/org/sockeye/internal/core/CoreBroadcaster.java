package org.sockeye.internal.core;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sockeye.Broadcaster;
import org.sockeye.RemoteSocket;
import org.sockeye.Reply;
import org.sockeye.spi.Flags;
import org.sockeye.spi.Selector;

/** A choice of sockets of a namespace, and how they are sent to. */
record CoreBroadcaster(CoreNamespace namespace, Selector selector, Flags flags) implements Broadcaster {

    @Override
    public CoreBroadcaster to(String... rooms) {
        return new CoreBroadcaster(namespace, selector.to(rooms), flags);
    }

    @Override
    public CoreBroadcaster in(String... rooms) {
        return to(rooms);
    }

    @Override
    public CoreBroadcaster except(String... rooms) {
        return new CoreBroadcaster(namespace, selector.without(rooms), flags);
    }

    @Override
    public CoreBroadcaster local() {
        return new CoreBroadcaster(namespace, selector, flags.local());
    }

    @Override
    public CoreBroadcaster asVolatile() {
        return new CoreBroadcaster(namespace, selector, flags.asVolatile());
    }

    @Override
    public CoreBroadcaster compress(boolean compress) {
        return new CoreBroadcaster(namespace, selector, flags.compress(compress));
    }

    @Override
    public CoreBroadcaster timeout(Duration deadline) {
        return new CoreBroadcaster(namespace, selector, flags.timeout(deadline));
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        namespace.broadcasts().emit(selector, flags, event, arguments);
    }

    @Override
    public CompletionStage<List<Reply>> emitWithAck(String event, @Nullable Object... arguments) {
        return namespace.broadcasts().emitWithAck(selector, flags, event, arguments);
    }

    /** As {@link #emitWithAck}, of what only one socket can match. */
    CompletionStage<Reply> emitWithOneAck(String event, @Nullable Object @Nullable [] arguments) {
        return namespace.broadcasts().emitWithOneAck(selector, flags, event, arguments);
    }

    @Override
    public CompletionStage<List<RemoteSocket>> fetchSockets() {
        return namespace.broadcasts().fetchSockets(selector, flags);
    }

    @Override
    public void socketsJoin(String... rooms) {
        namespace.broadcasts().join(selector, flags, rooms);
    }

    @Override
    public void socketsLeave(String... rooms) {
        namespace.broadcasts().leave(selector, flags, rooms);
    }

    @Override
    public void disconnectSockets() {
        disconnectSockets(false);
    }

    @Override
    public void disconnectSockets(boolean close) {
        namespace.broadcasts().disconnect(selector, flags, close);
    }
}
