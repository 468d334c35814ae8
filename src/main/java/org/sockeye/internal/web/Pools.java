package org.sockeye.internal.web;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** How pools end. */
final class Pools {

    private Pools() {}

    /** Lets a pool finish what it has, for a while, and then interrupts it. */
    static void end(ExecutorService pool, Duration patience) {
        pool.shutdown();
        try {
            if (pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        pool.shutdownNow();
    }
}
