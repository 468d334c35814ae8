package org.sockeye.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.protocol.EngineCodec;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.internal.protocol.PayloadCodec;

/**
 * Writes into the GET that the client keeps waiting. Whoever takes the exchange out of its place answers it: so each is
 * answered once, whichever of a write, a close and an upgrade comes first.
 */
final class PollingCarrier implements Carrier {

    /** The status of a request that breaks the rules of long-polling. */
    static final int REFUSED = 400;

    private final EngineCodec codec;
    private final PayloadCodec payloads;
    private final int maxPayload;
    private final Consumer<Throwable> onFailure;
    private final Counters counters;
    private final AtomicReference<@Nullable PollExchange> held = new AtomicReference<>();

    /** The GET that waited when a WebSocket was granted. Written by whoever verifies, probes or ends an upgrade, and by whoever answers the GET. */
    private volatile @Nullable PollExchange expected;

    PollingCarrier(Dialect dialect, int maxPayload, Counters counters, Consumer<Throwable> onFailure) {
        this.counters = counters;
        this.codec = dialect.codec();
        this.payloads = dialect.payloads();
        this.maxPayload = maxPayload;
        this.onFailure = onFailure;
    }

    /** Keeps a GET until there is something to answer, unless another one is kept already. */
    boolean hold(PollExchange exchange) {
        return held.compareAndSet(null, exchange);
    }

    /** Remembers which GET waits now, as the client is about to have a WebSocket. */
    void expectUpgrade() {
        PollExchange waiting = held.get();
        expected = waiting;
        if (held.get() != waiting) {
            forget(waiting);
        }
    }

    void forgetExpected() {
        expected = null;
    }

    /** Ends the GET that waited then. */
    void endExpected() {
        PollExchange exchange = expected;
        if (exchange != null && take(exchange)) {
            respond(exchange, List.of(codec.noop()), true);
        }
    }

    /** Ends a GET that waits. */
    void noop() {
        answer(codec.noop());
    }

    /** Refuses a GET that waits. */
    void refuse() {
        PollExchange exchange = takeAny();
        if (exchange != null) {
            exchange.fail(REFUSED);
        }
    }

    @Override
    public boolean isReady() {
        return held.get() != null;
    }

    @Override
    public boolean pump(Outbox outbox, boolean ending) {
        PollExchange exchange = held.get();
        if (exchange == null || (outbox.isEmpty() && !ending) || !take(exchange)) {
            return false;
        }
        Outbox.Batch batch = outbox.take(maxPayload, payloads::sizeOf);
        List<Frame> frames = new ArrayList<>(batch.frames());
        boolean farewell = ending && outbox.isEmpty();
        if (farewell) {
            frames.add(codec.close());
        }
        respond(exchange, frames, batch.compress());
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
        return answer(reason == CloseReason.TRANSPORT_CLOSE ? codec.noop() : codec.close());
    }

    private boolean answer(Frame frame) {
        PollExchange exchange = takeAny();
        if (exchange != null) {
            respond(exchange, List.of(frame), true);
        }
        return exchange != null;
    }

    private @Nullable PollExchange takeAny() {
        PollExchange exchange = held.getAndSet(null);
        forget(exchange);
        return exchange;
    }

    /** Takes the GET if it still waits; answers whether it did. */
    private boolean take(PollExchange exchange) {
        boolean taken = held.compareAndSet(exchange, null);
        forget(exchange);
        return taken;
    }

    /** One that waits no more holds its answer, and the WebSocket that it is remembered for may never open. */
    private void forget(@Nullable PollExchange exchange) {
        if (expected == exchange) {
            expected = null;
        }
    }

    /** Frames that were taken may be none when the session ended meanwhile, and a payload has at least one packet. */
    private void respond(PollExchange exchange, List<Frame> frames, boolean compress) {
        List<Frame> atLeastOne = frames.isEmpty() ? List.of(codec.noop()) : frames;
        try {
            HttpBody body = HttpBody.of(payloads.encode(atLeastOne));
            counters.out(atLeastOne.size(), body.bytes().length);
            exchange.respond(body, compress);
        } catch (RuntimeException thrown) {
            onFailure.accept(thrown);
        }
    }
}
