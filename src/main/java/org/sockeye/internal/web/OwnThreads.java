package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A server's own threads: daemons with the application's class loader, that end with the application.
 *
 * <p>A pool that has terminated has threads that are about to end: containers that look right then warn of a leak.
 */
final class OwnThreads {

    private static final int MOST_FRAMES = 30;

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

    /** Waits for all of them, which have been told to end, but for the one that calls; the log has those that do not end. */
    void awaitEnd(Duration patience) {
        threads.remove(Thread.currentThread());
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            threads.stream().filter(Thread::isAlive).forEach(OwnThreads::warnOf);
            threads.clear();
        }
    }

    /** What it is busy with is said by its stack: code of the application that neither ends nor heeds an interrupt. */
    private static void warnOf(Thread thread) {
        String stack = Arrays.stream(thread.getStackTrace())
                .map(frame -> "\n\tat " + frame)
                .limit(MOST_FRAMES)
                .collect(Collectors.joining());
        LOG.log(
                Level.WARNING,
                "Thread " + thread.getName()
                        + " goes on although the server has stopped and interrupted it, and holds the application's"
                        + " classes until it ends. It is in:" + stack);
    }
}
