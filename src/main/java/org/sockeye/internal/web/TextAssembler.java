package org.sockeye.internal.web;

import org.sockeye.internal.engine.Counters;
import org.sockeye.internal.engine.WebSocketLink;
import org.sockeye.internal.engine.WebSocketReceiver;

/** Assembles text messages, counted as UTF-8. */
final class TextAssembler extends MessageAssembler<String> {

    /** Only used by the thread that reads; empty between messages, so that an idle connection holds no buffer. */
    private StringBuilder kept = new StringBuilder(0);

    TextAssembler(
            int maxPayload, Failures failures, Counters counters, WebSocketReceiver receiver, WebSocketLink link) {
        super(maxPayload, failures, counters, receiver, link);
    }

    /** A surrogate counts two, wherever its pair is: pieces may end between them. */
    @Override
    int sizeOf(String piece) {
        int bytes = 0;
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }

    @Override
    void keep(String piece) {
        kept.append(piece);
    }

    @Override
    void deliver(String last) {
        String message = kept.isEmpty() ? last : kept.append(last).toString();
        drop();
        receiver.text(message);
    }

    @Override
    void drop() {
        if (!kept.isEmpty()) {
            kept = new StringBuilder(0);
        }
    }
}
