package org.sockeye.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.protocol.EngineCodec;
import org.sockeye.internal.protocol.Frame;

/**
 * Writes into the GET that the client keeps waiting. Whoever takes the exchange out of its place answers it: so each is
 * answered once, whichever of a write, a close and an upgrade comes first.
 */
final class PollingCarrier implements Carrier {

    private final EngineCodec codec;
    private final int maxPayload;
    private final Consumer<Throwable> onFailure;
    private final AtomicReference<@Nullable PollExchange> held = new AtomicReference<>();

    /** Written when a WebSocket begins to take over: the GET that waited then. */
    private volatile @Nullable PollExchange beforeUpgrade;

    PollingCarrier(EngineCodec codec, int maxPayload, Consumer<Throwable> onFailure) {
        this.codec = codec;
        this.maxPayload = maxPayload;
        this.onFailure = onFailure;
    }

    /** Keeps a GET until there is something to answer, unless another one is kept already. */
    boolean hold(PollExchange exchange) {
        return held.compareAndSet(null, exchange);
    }

    /** Gives the GET back, if nobody has answered it. */
    boolean release(PollExchange exchange) {
        return held.compareAndSet(exchange, null);
    }

    /** Remembers which GET waits now, as a WebSocket begins to take over. */
    void beginUpgrade() {
        beforeUpgrade = held.get();
    }

    /** Ends the GET that waited when the upgrade began, because the client waits for that before it goes on. */
    void dismiss() {
        PollExchange exchange = beforeUpgrade;
        beforeUpgrade = null;
        if (exchange != null) {
            dismiss(exchange);
        }
    }

    /** Ends a GET, if nobody has answered it. */
    void dismiss(PollExchange exchange) {
        if (release(exchange)) {
            respond(exchange, List.of(codec.noop()));
        }
    }

    @Override
    public boolean isReady() {
        return held.get() != null;
    }

    @Override
    public boolean pump(Outbox outbox) {
        boolean ending = outbox.isEnding();
        PollExchange exchange = held.get();
        if (exchange == null || (outbox.isEmpty() && !ending) || !release(exchange)) {
            return false;
        }
        List<Frame> frames = new ArrayList<>(outbox.take(maxPayload, codec::sizeInPayload));
        boolean farewell = ending && outbox.isEmpty();
        if (farewell) {
            frames.add(codec.close());
        }
        respond(exchange, frames);
        return farewell;
    }

    /** Answers a GET that waits: a client that closed the session itself is told nothing but to stop waiting. */
    @Override
    public void close(CloseReason reason) {
        answerHeld(reason == CloseReason.TRANSPORT_CLOSE ? codec.noop() : codec.close());
    }

    private void answerHeld(Frame frame) {
        PollExchange exchange = held.getAndSet(null);
        if (exchange != null) {
            respond(exchange, List.of(frame));
        }
    }

    private void respond(PollExchange exchange, List<Frame> frames) {
        try {
            exchange.respond(codec.encodePayload(frames));
        } catch (RuntimeException thrown) {
            onFailure.accept(thrown);
        }
    }
}
