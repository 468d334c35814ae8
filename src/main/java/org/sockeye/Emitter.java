package org.sockeye;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sends events to one client, with a deadline of its own for acknowledgements. See {@link Socket#timeout}. */
public interface Emitter {

    /** Sends an event. See {@link Socket#emit(String, Object...)}. */
    void emit(String event, @Nullable Object... arguments);

    /** Sends an event and answers with the client's reply. See {@link Socket#emitWithAck(String, Object...)}. */
    CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments);
}
