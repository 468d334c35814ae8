package org.sockeye.internal.core;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
        Gathering gathering = Gathering.of(running, flags);
        ask(content, selector, flags.timeout(gathering.patience()), gathering);
        servers(flags).thenAccept(gathering::servers);
        return gathering.replies();
    }

    /** Sends what was encoded before. */
    void send(Content content, Selector selector, Flags flags) {
        adapter.broadcast(content.toPacket(namespace.name()), selector, flags);
    }

    /** Sends a question that was encoded before; the flags have the deadline. */
    void ask(Content content, Selector selector, Flags flags, Gathering gathering) {
        adapter.broadcastWithAck(content.toPacket(namespace.name()), selector, flags, gathering);
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
        adapter.fetchSockets(selector, flags).whenComplete((details, failure) -> {
            if (failure == null) {
                promise.keep(details.stream().map(one -> socket(running, one)).toList());
            } else {
                promise.fail(
                        failure instanceof CompletionException wrapper && wrapper.getCause() != null
                                ? wrapper.getCause()
                                : failure);
            }
        });
        return promise.give();
    }

    void join(Selector selector, Flags flags, String... rooms) {
        adapter.addSockets(selector, flags, Set.copyOf(List.of(rooms)));
    }

    void leave(Selector selector, Flags flags, String... rooms) {
        adapter.delSockets(selector, flags, Set.copyOf(List.of(rooms)));
    }

    void disconnect(Selector selector, Flags flags, boolean close) {
        adapter.disconnectSockets(selector, flags, close);
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
        Duration patience = running.environment().config().ackTimeout();
        Gathering gathering = new Gathering(running, patience);
        adapter.serverSideEmitWithAck(packet, Flags.NONE.timeout(patience), gathering);
        gathering.servers(1);
        return gathering.replies();
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
