package org.sockeye.internal.core;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sockeye.Emitter;
import org.sockeye.Reply;

/** Sends to one socket by the room that it alone is in. */
interface RoomOfOne extends Emitter {

    CoreBroadcaster room();

    private static Emitter to(CoreBroadcaster room) {
        RoomOfOne one = () -> room;
        return one;
    }

    @Override
    default Emitter asVolatile() {
        return to(room().asVolatile());
    }

    @Override
    default Emitter compress(boolean compress) {
        return to(room().compress(compress));
    }

    @Override
    default Emitter timeout(Duration deadline) {
        return to(room().timeout(deadline));
    }

    @Override
    default void emit(String event, @Nullable Object... arguments) {
        room().emit(event, arguments);
    }

    @Override
    default CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments) {
        return room().emitWithOneAck(event, arguments);
    }
}
