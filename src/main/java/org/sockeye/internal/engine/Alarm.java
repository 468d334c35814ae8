package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place for one task in the timer: another task takes the place of the one before. */
final class Alarm {

    private final Timer timer;

    /** Guarded by this. The task that waits; only the one with the latest turn may run. */
    private Timer.@Nullable Task task;

    /** Guarded by this. */
    private int turn;

    /** Guarded by this. */
    private boolean stopped;

    Alarm(Timer timer) {
        this.timer = timer;
    }

    /** Runs a task after a delay, instead of the one that waits. */
    void set(Duration delay, Runnable then) {
        set(delay, () -> Duration.ZERO, then);
    }

    /** As above, but when the time has come it is asked how much longer the task is to wait, until that is no longer. */
    synchronized void set(Duration delay, Supplier<Duration> more, Runnable then) {
        if (!stopped) {
            cancel();
            int mine = turn;
            task = timer.schedule(delay, () -> run(mine, more, then));
        }
    }

    /** Runs a task after a delay, and nothing else any more. */
    synchronized void setLast(Duration delay, Runnable then) {
        set(delay, then);
        stopped = true;
    }

    /** Runs nothing any more, for good. */
    synchronized void stop() {
        stopped = true;
        cancel();
    }

    private void cancel() {
        turn++;
        if (task != null) {
            task.cancel();
            task = null;
        }
    }

    private void run(int mine, Supplier<Duration> more, Runnable then) {
        if (!isCurrent(mine)) {
            return;
        }
        Duration longer = more.get();
        if (!longer.isZero()) {
            putOff(mine, longer, more, then);
        } else if (isCurrent(mine)) {
            then.run();
        }
    }

    private synchronized void putOff(int mine, Duration longer, Supplier<Duration> more, Runnable then) {
        if (mine == turn) {
            task = timer.schedule(longer, () -> run(mine, more, then));
        }
    }

    private synchronized boolean isCurrent(int mine) {
        return mine == turn;
    }
}
