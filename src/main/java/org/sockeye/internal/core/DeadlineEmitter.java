package org.sockeye.internal.core;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sockeye.Emitter;
import org.sockeye.Reply;

/** Sends to a socket with a deadline of its own for acknowledgements. */
record DeadlineEmitter(CoreSocket socket, Duration deadline) implements Emitter {

    DeadlineEmitter {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("A deadline must be positive, and is " + deadline);
        }
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        socket.emit(event, arguments);
    }

    @Override
    public CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments) {
        return socket.emitWithAck(deadline, event, arguments);
    }
}
