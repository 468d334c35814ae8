package org.sockeye.internal.core;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sockeye.Emitter;
import org.sockeye.Reply;
import org.sockeye.spi.Flags;

/** Sends to a socket with flags, and a deadline for acknowledgements. */
record SocketEmitter(EmittingSocket socket, Flags flags, Duration deadline) implements Emitter {

    SocketEmitter {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("A deadline must be positive, and is " + deadline);
        }
    }

    @Override
    public Emitter asVolatile() {
        return new SocketEmitter(socket, flags.asVolatile(), deadline);
    }

    @Override
    public Emitter compress(boolean compress) {
        return new SocketEmitter(socket, flags.compress(compress), deadline);
    }

    @Override
    public Emitter timeout(Duration other) {
        return new SocketEmitter(socket, flags, other);
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        socket.emit(flags, event, arguments);
    }

    @Override
    public CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments) {
        return socket.emitWithAck(flags, deadline, event, arguments);
    }
}
