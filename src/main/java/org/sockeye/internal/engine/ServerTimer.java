package org.sockeye.internal.engine;

import java.time.Duration;

/** The timer of a server, which ends with it. */
public interface ServerTimer extends Timer, AutoCloseable {

    /** Drops all tasks and takes none any more. Idempotent. */
    @Override
    void close();

    /** A delay, at most a hundred years: deadlines are compared by their difference, which must not overflow. */
    static long nanosOf(Duration delay) {
        Duration longest = Duration.ofDays(36_500);
        return (delay.compareTo(longest) > 0 ? longest : delay).toNanos();
    }
}
