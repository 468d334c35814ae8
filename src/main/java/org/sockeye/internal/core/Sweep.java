package org.sockeye.internal.core;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.Timer;

/**
 * One task in the timer for all that grows old in the order in which it came: it waits for the oldest, and then for the next. Nothing waits when
 * there is nothing.
 */
final class Sweep {

    private final Timer timer;
    private final Supplier<OptionalLong> work;

    /** Guarded by this. */
    private Timer.@Nullable Task task;

    /** Guarded by this. */
    private boolean ended;

    /** The work does what is due, and answers after how many nanoseconds the next is, if there is one. */
    Sweep(Timer timer, Supplier<OptionalLong> work) {
        this.timer = timer;
        this.work = work;
    }

    /** Something has come that is due after so many nanoseconds, and not before what came earlier. Called after it was put in its place. */
    synchronized void await(long nanos) {
        if (task == null && !ended) {
            task = timer.schedule(Duration.ofNanos(Math.max(nanos, 0)), this::run);
        }
    }

    /** Sweeps no more. */
    synchronized void end() {
        ended = true;
        if (task != null) {
            task.cancel();
            task = null;
        }
    }

    private void run() {
        synchronized (this) {
            task = null;
        }
        work.get().ifPresent(this::await);
    }
}
