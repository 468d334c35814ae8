package org.sockeye.internal.core;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sockeye.RemoteSocket;
import org.sockeye.Reply;
import org.sockeye.internal.protocol.ReservedEvents;
import org.sockeye.spi.Adapter;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Flags;
import org.sockeye.spi.Selector;
import org.sockeye.spi.SocketDetails;

/**
 * What is done to many sockets of one namespace: all of it by the adapter, so that it reaches them on whichever node they are. Before the server has
 * started there is nobody to reach, and no codec to encode with.
 */
final class Broadcasts {

    private final CoreNamespace namespace;
    private final CoreServer server;
    private final Adapter adapter;

    Broadcasts(CoreNamespace namespace, CoreServer server, Adapter adapter) {
        this.namespace = namespace;
        this.server = server;
        this.adapter = adapter;
    }

    void emit(Selector selector, Flags flags, String event, @Nullable Object @Nullable [] arguments) {
        ReservedEvents.refuse(event);
        Running running = server.running();
        if (running != null) {
            adapter.broadcast(packet(running, event, arguments), selector, flags);
        }
    }

    CompletionStage<List<Reply>> emitWithAck(
            Selector selector, Flags flags, String event, @Nullable Object @Nullable [] arguments) {
        ReservedEvents.refuse(event);
        Running running = server.running();
        if (running == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        Content content = Content.encode(running.environment().json(), event, arguments);
        return ask(content, selector, flags, Gathering.of(running, flags));
    }

    /** As {@link #emitWithAck}, of what only one socket can match; fails with a {@link org.sockeye.DisconnectedException} if none does. */
    CompletionStage<Reply> emitWithOneAck(
            Selector selector, Flags flags, String event, @Nullable Object @Nullable [] arguments) {
        ReservedEvents.refuse(event);
        Running running = server.running();
        if (running == null) {
            return CompletableFuture.failedFuture(PendingAcks.gone());
        }
        Content content = Content.encode(running.environment().json(), event, arguments);
        return ask(content, selector, flags, Gathering.of(running, flags, Broadcasts::only));
    }

    private static Reply only(List<Reply> replies) {
        if (replies.isEmpty()) {
            throw PendingAcks.gone();
        }
        return replies.get(0);
    }

    private <T> CompletionStage<T> ask(Content content, Selector selector, Flags flags, Gathering<T> gathering) {
        try {
            askFor(content, selector, flags, gathering);
            gathering.servers(servers(flags));
        } catch (RuntimeException failure) {
            gathering.fail(failure);
        }
        return gathering.outcome();
    }

    /** Sends what was encoded before. */
    void send(Content content, Selector selector, Flags flags) {
        adapter.broadcast(content.toPacket(namespace.name()), selector, flags);
    }

    /** Sends a question that was encoded before. Nothing says yet how many servers it goes to. */
    void askFor(Content content, Selector selector, Flags flags, Gathering<?> gathering) {
        Flags withDeadline = flags.timeout(gathering.patience());
        adapter.broadcastWithAck(content.toPacket(namespace.name()), selector, withDeadline, gathering);
    }

    /** How many servers a question goes to. */
    CompletionStage<Integer> servers(Flags flags) {
        return flags.isLocal() ? CompletableFuture.completedFuture(1) : adapter.serverCount();
    }

    CompletionStage<List<RemoteSocket>> fetchSockets(Selector selector, Flags flags) {
        Running running = server.running();
        if (running == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        Promise<List<RemoteSocket>> promise = new Promise<>(running.dispatcher(), () -> false);
        try {
            adapter.fetchSockets(selector, flags)
                    .thenApply(details ->
                            details.stream().map(one -> socket(running, one)).toList())
                    .whenComplete(promise::settle);
        } catch (RuntimeException failure) {
            promise.fail(failure);
        }
        return promise.give();
    }

    void join(Selector selector, Flags flags, String... rooms) {
        Set<String> names = RoomNames.set(rooms);
        if (server.running() != null) {
            adapter.addSockets(selector, flags, names);
        }
    }

    void leave(Selector selector, Flags flags, String... rooms) {
        Set<String> names = RoomNames.set(rooms);
        if (server.running() != null) {
            adapter.delSockets(selector, flags, names);
        }
    }

    void disconnect(Selector selector, Flags flags, boolean close) {
        if (server.running() != null) {
            adapter.disconnectSockets(selector, flags, close);
        }
    }

    void serverSideEmit(String event, @Nullable Object @Nullable [] arguments) {
        ServerSideListeners.refuse(event);
        Running running = server.running();
        if (running != null) {
            adapter.serverSideEmit(packet(running, event, arguments));
        }
    }

    CompletionStage<List<Reply>> serverSideEmitWithAck(String event, @Nullable Object @Nullable [] arguments) {
        ServerSideListeners.refuse(event);
        Running running = server.running();
        if (running == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        EventPacket packet = packet(running, event, arguments);
        Gathering<List<Reply>> gathering = Gathering.of(running, Flags.NONE);
        try {
            adapter.serverSideEmitWithAck(packet, Flags.NONE.timeout(gathering.patience()), gathering);
            gathering.servers(1);
        } catch (RuntimeException failure) {
            gathering.fail(failure);
        }
        return gathering.outcome();
    }

    private RemoteSocket socket(Running running, SocketDetails details) {
        return details instanceof LocalDetails local
                ? local.socket()
                : new ElsewhereSocket(
                        new CoreBroadcaster(namespace, Selector.everyone().to(details.id()), Flags.NONE),
                        details,
                        running.environment().json());
    }

    private EventPacket packet(Running running, String event, @Nullable Object @Nullable [] arguments) {
        return Content.encode(running.environment().json(), event, arguments).toPacket(namespace.name());
    }
}
