package org.sockeye;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a socket whose credentials have expired. See {@link Socket#expireAt}. */
@FunctionalInterface
public interface Reauthentication {

    /**
     * Called on the server's dispatch when the time has come, beside the events of the socket, which go on meanwhile. It may ask the client for new
     * credentials: {@code socket.emitWithAck("authenticate")}.
     *
     * @return a stage that completes with the time until which the socket may go on; with {@code null}, or a time that has passed, it is disconnected, as it
     *     is when the stage fails, or is not complete within the setting {@code ackTimeout}
     * @throws Exception disconnects the socket, and reaches the error listeners ({@link SocketIoServer#onError})
     */
    CompletionStage<? extends @Nullable Instant> expired(Socket socket) throws Exception;
}
