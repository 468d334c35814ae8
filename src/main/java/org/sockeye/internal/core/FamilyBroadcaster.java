package org.sockeye.internal.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.Broadcaster;
import org.sockeye.RemoteSocket;
import org.sockeye.Reply;
import org.sockeye.internal.protocol.ReservedEvents;
import org.sockeye.spi.Flags;
import org.sockeye.spi.Selector;

/** The same choice of sockets in each of several namespaces, and how they are sent to. What is sent is encoded once for all. */
record FamilyBroadcaster(Family family, Selector selector, Flags flags) implements Broadcaster {

    @Override
    public Broadcaster to(String... rooms) {
        return new FamilyBroadcaster(family, selector.to(rooms), flags);
    }

    @Override
    public Broadcaster in(String... rooms) {
        return to(rooms);
    }

    @Override
    public Broadcaster except(String... rooms) {
        return new FamilyBroadcaster(family, selector.without(rooms), flags);
    }

    @Override
    public Broadcaster local() {
        return new FamilyBroadcaster(family, selector, flags.local());
    }

    @Override
    public Broadcaster asVolatile() {
        return new FamilyBroadcaster(family, selector, flags.asVolatile());
    }

    @Override
    public Broadcaster compress(boolean compress) {
        return new FamilyBroadcaster(family, selector, flags.compress(compress));
    }

    @Override
    public Broadcaster timeout(Duration deadline) {
        return new FamilyBroadcaster(family, selector, flags.timeout(deadline));
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        ReservedEvents.refuse(event);
        Running running = family.running();
        if (running != null) {
            Content content = Content.encode(running.environment().json(), event, arguments);
            each(child -> child.send(content, selector, flags));
        }
    }

    @Override
    public CompletionStage<List<Reply>> emitWithAck(String event, @Nullable Object... arguments) {
        ReservedEvents.refuse(event);
        Running running = family.running();
        if (running == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        Content content = Content.encode(running.environment().json(), event, arguments);
        Gathering<List<Reply>> gathering = Gathering.of(running, flags);
        try {
            ask(content, gathering);
        } catch (RuntimeException failure) {
            gathering.fail(failure);
        }
        return gathering.outcome();
    }

    private void ask(Content content, Gathering<?> gathering) {
        CompletionStage<Integer> servers = CompletableFuture.completedFuture(0);
        for (CoreNamespace child : family.all()) {
            child.broadcasts().askFor(content, selector, flags, gathering);
            servers = servers.thenCombine(child.broadcasts().servers(flags), Integer::sum);
        }
        gathering.servers(servers);
    }

    @Override
    public CompletionStage<List<RemoteSocket>> fetchSockets() {
        return family.all().stream()
                .map(child -> child.broadcasts().fetchSockets(selector, flags))
                .reduce((some, more) -> some.thenCombine(more, FamilyBroadcaster::union))
                .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
    }

    @Override
    public void socketsJoin(String... rooms) {
        each(child -> child.join(selector, flags, rooms));
    }

    @Override
    public void socketsLeave(String... rooms) {
        each(child -> child.leave(selector, flags, rooms));
    }

    @Override
    public void disconnectSockets() {
        disconnectSockets(false);
    }

    @Override
    public void disconnectSockets(boolean close) {
        each(child -> child.disconnect(selector, flags, close));
    }

    private void each(Consumer<Broadcasts> action) {
        family.all().forEach(child -> action.accept(child.broadcasts()));
    }

    private static List<RemoteSocket> union(List<RemoteSocket> some, List<RemoteSocket> more) {
        List<RemoteSocket> union = new ArrayList<>(some);
        union.addAll(more);
        return union;
    }
}
