package org.sockeye.internal.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits with a deadline, for the end of the application. */
final class Waiting {

    private Waiting() {}

    /**
     * Waits until a condition holds that is guarded by a monitor, which is notified of changes.
     *
     * @return whether it held in time; an interrupted thread stays interrupted, and waits no longer
     */
    static boolean until(Object monitor, BooleanSupplier condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (monitor) {
            while (!condition.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || !pause(monitor, left)) {
                    return false;
                }
            }
            return true;
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is in the caller, which holds the monitor
    private static boolean pause(Object monitor, long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(monitor, nanos);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
