package org.sockeye;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to one client, otherwise than {@link Socket#emit(String, Object...)} does. Immutable and safe for any thread:
 * {@link #asVolatile}, {@link #compress} and {@link #timeout} answer a new one, so that they can be combined.
 */
public interface Emitter {

    /** May lose the events. See {@link Socket#asVolatile()}. */
    Emitter asVolatile();

    /** Has the events compressed or not. See {@link Socket#compress}. */
    Emitter compress(boolean compress);

    /** Has a deadline of its own for acknowledgements. See {@link Socket#timeout}. */
    Emitter timeout(Duration deadline);

    /** Sends an event. See {@link Socket#emit(String, Object...)}. */
    void emit(String event, @Nullable Object... arguments);

    /** Sends the event {@code message}. See {@link Socket#emit(String, Object...)}. */
    default void send(@Nullable Object... arguments) {
        emit("message", arguments);
    }

    /** Sends an event and answers with the client's reply. See {@link Socket#emitWithAck(String, Object...)}. */
    CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments);
}
