package org.sockeye.internal.web;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs application code with the application's class loader, on whatever threads, and knows when all of it is over. */
final class ApplicationExecutor implements Executor {

    /** Whose task this thread runs; set for the duration of the task. */
    private static final ThreadLocal<ApplicationExecutor> INSIDE = new ThreadLocal<>();

    private final String name;
    private final Executor threads;
    private final ClassLoader application;
    private final Runnable end;
    private final AtomicInteger accepted = new AtomicInteger();
    /** Set once, when the application ends. */
    private volatile boolean ending;

    /**
     * Wraps an executor.
     *
     * @param name what its threads are, for the log
     * @param end how its threads are ended, if they are ours
     */
    ApplicationExecutor(String name, Executor threads, ClassLoader application, Runnable end) {
        this.name = name;
        this.threads = threads;
        this.application = application;
        this.end = end;
    }

    @Override
    public void execute(Runnable task) {
        accepted.incrementAndGet();
        try {
            threads.execute(() -> run(task));
        } catch (RuntimeException refused) {
            finished();
            throw refused;
        }
    }

    private void run(Runnable task) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(application);
        INSIDE.set(this);
        try {
            task.run();
        } finally {
            INSIDE.remove();
            thread.setContextClassLoader(before);
            finished();
        }
    }

    private void finished() {
        accepted.decrementAndGet();
        if (ending) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Waits for what was accepted, but for the task that calls, and ends the threads. */
    void end(Duration patience) {
        ending = true;
        int own = isInside() ? 1 : 0;
        Waiting.until(this, () -> accepted.get() <= own, patience);
        end.run();
    }

    private boolean isInside() {
        return INSIDE.get() == this;
    }

    @Override
    public String toString() {
        return name;
    }
}
