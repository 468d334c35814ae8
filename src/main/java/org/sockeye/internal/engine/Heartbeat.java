package org.sockeye.internal.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Pings the client a while after its last answer, and finds it dead when no answer comes in time. At most one task of a session waits
 * in the timer.
 */
final class Heartbeat {

    private final Timer timer;
    private final Duration interval;
    private final Duration timeout;
    private final Runnable onPing;
    private final Runnable onDead;

    /** Guarded by this. The task that waits; only the one with the latest turn counts. */
    private Timer.@Nullable Task task;

    /** Guarded by this. */
    private int turn;

    /** Guarded by this. */
    private boolean awaitingPong;

    /** Guarded by this. */
    private boolean stopped;

    Heartbeat(Timer timer, Duration interval, Duration timeout, Runnable onPing, Runnable onDead) {
        this.timer = timer;
        this.interval = interval;
        this.timeout = timeout;
        this.onPing = onPing;
        this.onDead = onDead;
    }

    void start() {
        arm(false, interval, this::ping);
    }

    /** The client answered. */
    void onPong() {
        arm(false, interval, this::ping);
    }

    /** Another transport carries the session: an answer that was lost with the old one gets its full time again. */
    synchronized void onUpgrade() {
        if (awaitingPong) {
            arm(true, timeout, onDead);
        }
    }

    /** No more pings, and the end after a delay. */
    void endAfter(Duration delay, Runnable onEnd) {
        arm(false, delay, onEnd);
    }

    /** Forgets everything, for good. */
    synchronized void stop() {
        stopped = true;
        cancel();
    }

    private void ping() {
        arm(true, timeout, onDead);
        onPing.run();
    }

    private synchronized void arm(boolean awaiting, Duration delay, Runnable then) {
        if (stopped) {
            return;
        }
        cancel();
        awaitingPong = awaiting;
        int mine = ++turn;
        task = timer.schedule(delay, () -> fire(mine, then));
    }

    private void cancel() {
        if (task != null) {
            task.cancel();
            task = null;
        }
    }

    private void fire(int mine, Runnable then) {
        if (isCurrent(mine)) {
            then.run();
        }
    }

    private synchronized boolean isCurrent(int mine) {
        return mine == turn && !stopped;
    }
}
