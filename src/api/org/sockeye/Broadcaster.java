package org.sockeye;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

public interface Broadcaster {
    Broadcaster asVolatile();
    Broadcaster compress(boolean compress);
    void disconnectSockets();
    void disconnectSockets(boolean close);
    void emit(String event, @Nullable Object... arguments);
    CompletionStage<List<Reply>> emitWithAck(String event, @Nullable Object... arguments);
    Broadcaster except(String... rooms);
    CompletionStage<List<RemoteSocket>> fetchSockets();
    Broadcaster in(String... rooms);
    Broadcaster local();
    default void send(@Nullable Object... arguments) { throw null; }
    void socketsJoin(String... rooms);
    void socketsLeave(String... rooms);
    Broadcaster timeout(Duration deadline);
    Broadcaster to(String... rooms);
}
