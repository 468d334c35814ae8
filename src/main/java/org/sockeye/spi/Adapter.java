package org.sockeye.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * How what is done to many sockets of one namespace reaches them on every node.
 *
 * <p>Each default acts on this node alone: an adapter of a single node is {@code () -> local}. Called by any thread. Local
 * delivery neither waits for other nodes nor fails with them. Whoever is meant is said by a {@link Selector} and {@link Flags}, which are data; with
 * {@link Flags#isLocal()} other nodes are left out. What comes from other nodes is handed to {@link LocalSockets}.
 *
 * <p>A question to other nodes is answered, or fails, by its deadline: {@link Flags#timeout()}, or some seconds.
 */
@FunctionalInterface
public interface Adapter {

    /** The sockets of the namespace on this node. */
    LocalSockets local();

    /** Called once, when the server has started and the namespace exists. Other threads may call other methods meanwhile. */
    default void init() {}

    /** Called once after {@link #init}, when the namespace is given up or the server has stopped. Methods that are called nevertheless act on this node. */
    default void close() {}

    /** How many servers there are, this one included. If that fails, questions to all are answered in part, at their deadline. */
    default CompletionStage<Integer> serverCount() {
        return CompletableFuture.completedFuture(1);
    }

    /** Sends an event to all sockets that match, wherever they are, in the way that the flags say. */
    default void broadcast(EventPacket packet, Selector selector, Flags flags) {
        local().deliver(packet, selector, flags);
    }

    /**
     * Sends an event to all sockets that match, and gathers what they answer.
     *
     * <p>Each of as many servers as {@link #serverCount()} says calls {@link Answers#expect} once. The {@code answers} are given to
     * {@link LocalSockets} as they are.
     */
    default void broadcastWithAck(EventPacket packet, Selector selector, Flags flags, Answers answers) {
        local().deliverWithAck(packet, selector, flags, answers);
    }

    /** All sockets that match, those of this node as {@link LocalSockets#fetch} gives them. */
    default CompletionStage<List<SocketDetails>> fetchSockets(Selector selector, Flags flags) {
        return CompletableFuture.completedFuture(local().fetch(selector));
    }

    /** Has all sockets that match enter rooms. */
    default void addSockets(Selector selector, Flags flags, Set<String> rooms) {
        local().join(selector, rooms);
    }

    /** Has all sockets that match leave rooms. */
    default void delSockets(Selector selector, Flags flags, Set<String> rooms) {
        local().leave(selector, rooms);
    }

    /** Disconnects all sockets that match; with {@code close} the connections of their clients, too. */
    default void disconnectSockets(Selector selector, Flags flags, boolean close) {
        local().disconnect(selector, close);
    }

    /** Sends an event to the other servers, not to this one, for {@link LocalSockets#serverSideEvent(EventPacket)}. */
    default void serverSideEmit(EventPacket packet) {}

    /** Sends an event to the other servers, not to this one, and gathers what they answer: one answer each. */
    default void serverSideEmitWithAck(EventPacket packet, Flags flags, Answers answers) {
        answers.expect(0);
    }

    /**
     * Keeps the session of a socket of this node that leaves, whose client may come back to any node. Called only with the setting
     * {@code connectionStateRecovery}.
     */
    default void persistSession(RecoverableSession session) {
        local().persistSession(session);
    }

    /**
     * Lets a client have its session back, which is kept no longer; or empty, and the client begins anew. A client that is connecting waits for the
     * answer.
     *
     * <p>An adapter that keeps sessions itself gives events offsets of its own, which it has in the packets that it delivers.
     *
     * @param offset that of the last event which the client has read, as the client says; {@code null} if it has read none
     */
    default CompletionStage<Optional<RestoredSession>> restoreSession(String pid, @Nullable String offset) {
        return local().restoreSession(pid, offset);
    }

    /** Makes the adapter of a namespace, when the namespace is created. */
    @FunctionalInterface
    interface Factory {

        /** Makes the adapter that acts on these sockets of this node. */
        Adapter create(LocalSockets local);
    }
}
