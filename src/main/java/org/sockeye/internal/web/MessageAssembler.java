package org.sockeye.internal.web;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.MessageHandler;
import java.io.IOException;
import org.sockeye.RefusalCause;
import org.sockeye.internal.engine.Counters;
import org.sockeye.internal.engine.WebSocketLink;
import org.sockeye.internal.engine.WebSocketReceiver;

/**
 * Puts a WebSocket message together from the pieces in which a container hands it over, counting its bytes before keeping them.
 *
 * <p>Containers count differently or not at all, so the count here is the one that decides. The calls of one WebSocket do not overlap. Nothing is thrown
 * to the container: some close the connection then, with a code that blames the client.
 */
abstract class MessageAssembler<T> implements MessageHandler.Partial<T> {

    private final int maxPayload;
    private final Failures failures;
    private final Counters counters;
    private final WebSocketLink link;
    final WebSocketReceiver receiver;

    /** The size of the pieces that were kept. Only used by the thread that reads. */
    private int size;

    /** Whether the message was too large: the rest of it is dropped. Only used by the thread that reads. */
    private boolean exceeded;

    MessageAssembler(
            int maxPayload, Failures failures, Counters counters, WebSocketReceiver receiver, WebSocketLink link) {
        this.counters = counters;
        this.maxPayload = maxPayload;
        this.failures = failures;
        this.receiver = receiver;
        this.link = link;
    }

    /** How many bytes the piece has on the wire. */
    abstract int sizeOf(T piece);

    /** Keeps a piece, not the last of its message. */
    abstract void keep(T piece);

    /** Hands over the message that ends with this piece, and forgets it. */
    abstract void deliver(T last);

    /** Forgets the pieces that were kept. */
    abstract void drop();

    @Override
    public final void onMessage(T piece, boolean last) {
        try {
            if (!exceeded) {
                take(piece, last);
            }
        } catch (RuntimeException failed) {
            failures.log("A WebSocket message could not be handled", failed);
            receiver.failed(failed);
        }
    }

    private void take(T piece, boolean last) {
        int more = sizeOf(piece);
        if (more > maxPayload - size) {
            refuse();
        } else if (last) {
            counters.bytesIn(size + more);
            size = 0;
            deliver(piece);
        } else {
            size += more;
            keep(piece);
        }
    }

    private void refuse() {
        exceeded = true;
        counters.refused(RefusalCause.TOO_LARGE);
        drop();
        link.close(CloseCodes.TOO_BIG.getCode(), "");
        receiver.failed(new IOException("Max payload size exceeded"));
    }
}
