package org.sockeye.internal.engine;

import java.time.Duration;

/** The one source of time. Tests advance it; nothing sleeps. */
public interface Timer {

    /** Nanoseconds since some fixed moment. */
    long nanoTime();

    /** Runs a short task, that must not block, after a delay. */
    Task schedule(Duration delay, Runnable task);

    /** A task that waits. */
    interface Task {
        /** Makes sure that the task does not run any more, and forgets it. Idempotent. */
        void cancel();
    }
}
