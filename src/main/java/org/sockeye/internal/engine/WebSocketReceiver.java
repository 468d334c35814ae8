package org.sockeye.internal.engine;

/** Takes what comes in through one WebSocket. The calls of one link come one after the other, {@link #closed} or {@link #failed} last. */
public interface WebSocketReceiver {

    /** A whole text message, not longer than the largest payload. */
    void text(String message);

    /** A whole binary message, not longer than the largest payload. The array belongs to the receiver. */
    void binary(byte[] message);

    /** The WebSocket is closed, whoever did it. */
    void closed(int code, String reason);

    /** The WebSocket broke. */
    void failed(Throwable error);
}
