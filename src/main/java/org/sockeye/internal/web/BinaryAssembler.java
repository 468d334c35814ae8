package org.sockeye.internal.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.sockeye.internal.engine.Counters;
import org.sockeye.internal.engine.WebSocketLink;
import org.sockeye.internal.engine.WebSocketReceiver;

/** Assembles binary messages. The buffers that the container lends are copied. */
final class BinaryAssembler extends MessageAssembler<ByteBuffer> {

    /** Only used by the thread that reads; empty between messages, so that an idle connection holds no buffer. */
    private ByteArrayOutputStream kept = new ByteArrayOutputStream(0);

    BinaryAssembler(
            int maxPayload, Failures failures, Counters counters, WebSocketReceiver receiver, WebSocketLink link) {
        super(maxPayload, failures, counters, receiver, link);
    }

    @Override
    int sizeOf(ByteBuffer piece) {
        return piece.remaining();
    }

    @Override
    void keep(ByteBuffer piece) {
        kept.writeBytes(copyOf(piece));
    }

    @Override
    void deliver(ByteBuffer last) {
        byte[] message = copyOf(last);
        if (kept.size() > 0) {
            kept.writeBytes(message);
            message = kept.toByteArray();
        }
        drop();
        receiver.binary(message);
    }

    @Override
    void drop() {
        if (kept.size() > 0) {
            kept = new ByteArrayOutputStream(0);
        }
    }

    private static byte[] copyOf(ByteBuffer piece) {
        byte[] copy = new byte[piece.remaining()];
        piece.get(copy);
        return copy;
    }
}
