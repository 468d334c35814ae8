package org.sockeye.internal.engine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A task that waits in a timer, in the order of the times, and of those of one time in the order in which they came. */
final class TimedTask implements Timer.Task, Comparable<TimedTask> {

    /** When it is due. */
    final long nanos;

    final Runnable task;
    private final long order;
    private final Consumer<TimedTask> forget;

    TimedTask(long nanos, long order, Runnable task, Consumer<TimedTask> forget) {
        this.nanos = nanos;
        this.order = order;
        this.task = task;
        this.forget = forget;
    }

    /** An error, too, ends only the task: a server without its timer would keep dead clients for ever. */
    void run() {
        try {
            task.run();
        } catch (Throwable thrown) {
            EngineLog.failure("A task of the timer failed", thrown);
        }
    }

    @Override
    public void cancel() {
        forget.accept(this);
    }

    @Override
    public int compareTo(TimedTask other) {
        int byTime = Long.compare(nanos - other.nanos, 0);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(order);
    }
}
