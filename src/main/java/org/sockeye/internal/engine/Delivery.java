package org.sockeye.internal.engine;

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

    /** Written once, by whoever opened the session, before the first turn ends. */
    private @Nullable SessionListener listener;

    /** Written once, before the turn says that the session is over. */
    private @Nullable Consumer<SessionListener> end;

    /** Begins: nothing is handed over before. */
    void open(SessionListener opened) {
        listener = opened;
        leave();
    }

    /** Hands over a packet on this thread. Dropped when the session is over. */
    void packet(Consumer<SessionListener> packet) {
        if (turn.compareAndSet(Turn.IDLE, Turn.BUSY)) {
            try {
                call(packet);
            } finally {
                leave();
            }
        }
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
