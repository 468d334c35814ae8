package org.sockeye;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

public interface Emitter {
    Emitter asVolatile();
    Emitter compress(boolean compress);
    void emit(String event, @Nullable Object... arguments);
    CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments);
    default void send(@Nullable Object... arguments) { throw null; }
    Emitter timeout(Duration deadline);
}
