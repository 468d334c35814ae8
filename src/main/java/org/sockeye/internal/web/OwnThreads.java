package org.sockeye.internal.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server's own threads: daemons with the application's class loader, that end with the application.
 *
 * <p>A pool that has terminated has threads that are about to end: containers that look right then warn of a leak.
 */
final class OwnThreads {

    private final ClassLoader application;

    /** Those that have not ended, and some that have since the last one was made: no more than pools have threads. */
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    OwnThreads(ClassLoader application) {
        this.application = application;
    }

    /** Makes threads named {@code sockeye-PURPOSE-1} and so on. */
    ThreadFactory named(String purpose) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "sockeye-" + purpose + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(application);
            remember(thread);
            return thread;
        };
    }

    private void remember(Thread thread) {
        threads.removeIf(each -> each.getState() == Thread.State.TERMINATED);
        threads.add(thread);
    }

    /** Waits for all of them, which have been told to end, but for the one that calls. */
    void awaitEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (Thread thread : threads) {
                if (thread != Thread.currentThread()) {
                    TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            threads.clear();
        }
    }
}
