package org.sockeye.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.RoomListener;

public interface LocalSockets {
    void deliver(EventPacket packet, Selector selector, Flags flags);
    void deliverWithAck(EventPacket packet, Selector selector, Flags flags, Answers answers);
    void disconnect(Selector selector, boolean close);
    List<SocketDetails> fetch(Selector selector);
    void join(Selector selector, Set<String> rooms);
    void leave(Selector selector, Set<String> rooms);
    String namespace();
    void onRoom(RoomListener listener);
    void persistSession(RecoverableSession session);
    CompletionStage<Optional<RestoredSession>> restoreSession(String pid, @Nullable String offset);
    Set<String> rooms();
    void serverSideEvent(EventPacket packet);
    void serverSideEvent(EventPacket packet, Consumer<AnswerPacket> answer);
}
