package org.sockeye.internal.engine;

import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockeye.RefusalCause;
import org.sockeye.internal.protocol.EnginePacket;
import org.sockeye.internal.protocol.PayloadCodec;

/** A POST of one session, which has let it begin. */
final class Post implements PostIntake {

    private final SessionState state;
    private final PayloadCodec payloads;
    private final Counters counters;
    private final Predicate<EnginePacket> session;
    private final BiConsumer<CloseReason, @Nullable String> close;

    /**
     * Takes the body of a POST.
     *
     * @param session takes its packets, until it answers that one was bad
     * @param close closes the session
     */
    Post(
            SessionState state,
            PayloadCodec payloads,
            Counters counters,
            Predicate<EnginePacket> session,
            BiConsumer<CloseReason, @Nullable String> close) {
        this.state = state;
        this.payloads = payloads;
        this.counters = counters;
        this.session = session;
        this.close = close;
    }

    @Override
    public boolean complete(HttpBody body) {
        try {
            return !state.isClosed() && read(body);
        } finally {
            state.onPostEnd();
        }
    }

    private boolean read(HttpBody body) {
        counters.bytesIn(body.bytes().length);
        boolean readable = payloads.decode(body.payload(), this::take);
        if (!readable) {
            close.accept(CloseReason.PARSE_ERROR, null);
        }
        return readable;
    }

    private boolean take(EnginePacket packet) {
        counters.packetIn();
        return session.test(packet);
    }

    @Override
    public void refuse() {
        counters.refused(RefusalCause.TOO_LARGE);
        state.onPostEnd();
    }

    @Override
    public void abort(String description) {
        close.accept(CloseReason.TRANSPORT_ERROR, description);
        state.onPostEnd();
    }
}
