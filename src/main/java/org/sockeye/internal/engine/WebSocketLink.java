package org.sockeye.internal.engine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket as the engine sees it. The engine has one send in flight at a time; the completion may run inside the call
 * or on another thread, and is given the failure or {@code null}.
 */
public interface WebSocketLink {

    void sendText(String text, Consumer<@Nullable Throwable> completion);

    void sendBinary(byte[] data, Consumer<@Nullable Throwable> completion);

    /** Closes with a status code of RFC 6455. Idempotent. */
    void close(int code, String reason);
}
