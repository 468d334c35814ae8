package org.sockeye.internal.web;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Our own threads: daemons with the application's class loader, that end with the application. */
final class Pools {

    private Pools() {}

    /** Makes threads named {@code sockeye-PURPOSE-1} and so on. */
    static ThreadFactory threads(String purpose, ClassLoader application) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "sockeye-" + purpose + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(application);
            return thread;
        };
    }

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
