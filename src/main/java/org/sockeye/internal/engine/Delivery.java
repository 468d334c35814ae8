package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands packets to the listener one at a time, and the end of the session last.
 *
 * <p>Packets come from one reader at a time, but the end comes from anywhere: also while the listener takes a packet, and from
 * inside of it. It then waits until the listener returns, and whoever handed over that packet hands over the end.
 */
final class Delivery {

    private enum Turn {
        IDLE,
        BUSY,
        BUSY_AND_OVER,
        OVER
    }

    private final AtomicReference<Turn> turn = new AtomicReference<>(Turn.BUSY);

    private final Timer timer;

    /** For how long the listener has had packets; written by the one who hands over. */
    private volatile long heldNanos;

    /** What that was when the time that a client has to answer began; written by whoever begins it. */
    private volatile long heldBefore;

    /** Written once, by whoever opened the session, before the first turn ends. */
    private @Nullable SessionListener listener;

    /** Written once, before the turn says that the session is over. */
    private @Nullable Consumer<SessionListener> end;

    Delivery(Timer timer) {
        this.timer = timer;
    }

    /** Begins: nothing is handed over before. */
    void open(SessionListener opened) {
        listener = opened;
        leave();
    }

    /** Hands over a packet on this thread. Dropped when the session is over. */
    void packet(Consumer<SessionListener> packet) {
        if (turn.compareAndSet(Turn.IDLE, Turn.BUSY)) {
            long began = timer.nanoTime() - heldNanos;
            try {
                call(packet);
            } finally {
                heldNanos = timer.nanoTime() - began;
                leave();
            }
        }
    }

    /** The time that a client has to answer begins. */
    void forgetHeld() {
        heldBefore = heldNanos;
    }

    /**
     * For how long, of the time that a client had to answer, the listener had packets, while which nothing further is read; for longer
     * if it has one now. Answers it once.
     */
    Duration takeHeld(Duration most) {
        Turn now = turn.get();
        if (now == Turn.BUSY || now == Turn.BUSY_AND_OVER) {
            return most;
        }
        Duration held = Duration.ofNanos(heldNanos - heldBefore);
        forgetHeld();
        return held.compareTo(most) < 0 ? held : most;
    }

    /** Hands over the end, here or on the thread that is inside of the listener. Called once. */
    void end(CloseReason reason, @Nullable String description) {
        end = listener -> listener.closed(reason, description);
        while (!turn.compareAndSet(Turn.BUSY, Turn.BUSY_AND_OVER)) {
            if (turn.compareAndSet(Turn.IDLE, Turn.OVER)) {
                call(end);
                return;
            }
        }
    }

    private void leave() {
        if (!turn.compareAndSet(Turn.BUSY, Turn.IDLE)) {
            turn.set(Turn.OVER);
            call(Objects.requireNonNull(end));
        }
    }

    private void call(Consumer<SessionListener> event) {
        try {
            event.accept(Objects.requireNonNull(listener));
        } catch (RuntimeException thrown) {
            EngineLog.failure("The listener of a session failed", thrown);
        }
    }
}
