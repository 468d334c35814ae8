package org.sockeye.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

@FunctionalInterface
public interface Adapter {
    default void addSockets(Selector selector, Flags flags, Set<String> rooms) { throw null; }
    default void broadcast(EventPacket packet, Selector selector, Flags flags) { throw null; }
    default void broadcastWithAck(EventPacket packet, Selector selector, Flags flags, Answers answers) { throw null; }
    default void close() { throw null; }
    default void delSockets(Selector selector, Flags flags, Set<String> rooms) { throw null; }
    default void disconnectSockets(Selector selector, Flags flags, boolean close) { throw null; }
    default CompletionStage<List<SocketDetails>> fetchSockets(Selector selector, Flags flags) { throw null; }
    default void init() { throw null; }
    LocalSockets local();
    default void persistSession(RecoverableSession session) { throw null; }
    default CompletionStage<Optional<RestoredSession>> restoreSession(String pid, @Nullable String offset) { throw null; }
    default CompletionStage<Integer> serverCount() { throw null; }
    default void serverSideEmit(EventPacket packet) { throw null; }
    default void serverSideEmitWithAck(EventPacket packet, Flags flags, Answers answers) { throw null; }
    @FunctionalInterface
    public static interface Factory {
        Adapter create(LocalSockets local);
    }
}
