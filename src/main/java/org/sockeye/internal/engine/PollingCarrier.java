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
 *
 * <p>During an upgrade there are two kinds of GET. The one that waited when the WebSocket came ends with the probe, because the client
 * waits for that before it goes on. One that comes later should not be there: the client may have sent it after its upgrade packet, which
 * another thread has yet to read. It waits a little, and is refused when the WebSocket has taken over.
 */
final class PollingCarrier implements Carrier {

    private final EngineCodec codec;
    private final int maxPayload;
    private final Consumer<Throwable> onFailure;
    private final AtomicReference<@Nullable PollExchange> held = new AtomicReference<>();

    /** The GET that waited when a WebSocket began to take over. Written by whoever begins, probes or ends an upgrade. */
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

    void forgetUpgrade() {
        beforeUpgrade = null;
    }

    /** Ends the GET that waited when the upgrade began. */
    void dismiss() {
        PollExchange exchange = beforeUpgrade;
        forgetUpgrade();
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

    @Override
    public void close(CloseReason reason) {
        tell(reason);
    }

    /**
     * Answers a GET that waits: a client that closed the session itself is told nothing but to stop waiting.
     *
     * @return whether one waited
     */
    boolean tell(CloseReason reason) {
        PollExchange exchange = held.getAndSet(null);
        if (exchange != null) {
            respond(exchange, List.of(reason == CloseReason.TRANSPORT_CLOSE ? codec.noop() : codec.close()));
        }
        return exchange != null;
    }

    private void respond(PollExchange exchange, List<Frame> frames) {
        try {
            exchange.respond(codec.encodePayload(frames));
        } catch (RuntimeException thrown) {
            onFailure.accept(thrown);
        }
    }
}
