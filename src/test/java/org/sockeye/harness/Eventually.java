package org.sockeye.harness;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens soon, and of which nobody is told. */
public final class Eventually {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private Eventually() {}

    /** Waits until it is so, and fails if it is not in time. */
    public static void is(BooleanSupplier so) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it is not so in time");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
