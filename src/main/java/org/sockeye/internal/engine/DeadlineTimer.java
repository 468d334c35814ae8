package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of all sessions on one thread, that starts with the first task and ends at {@link #close}.
 *
 * <p>Deadlines are kept in a sorted set, so that a task which is cancelled is forgotten at once and not when its time would have come.
 * No lock is held while a task runs.
 */
public final class DeadlineTimer implements ServerTimer {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ThreadFactory threads;

    /** Guarded by the lock. */
    private final TreeSet<TimedTask> deadlines = new TreeSet<>();

    /** Guarded by the lock. */
    private long scheduled;

    /** Guarded by the lock. */
    private boolean started;

    /** Guarded by the lock. */
    private boolean closed;

    /** The factory makes the one thread; it should be a daemon, with the class loader that the tasks expect. */
    public DeadlineTimer(ThreadFactory threads) {
        this.threads = threads;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    /** {@inheritDoc} After {@link #close} the task is dropped. A delay of more than a hundred years is cut to that. */
    @Override
    public Task schedule(Duration delay, Runnable task) {
        long nanos = ServerTimer.nanosOf(delay);
        lock.lock();
        try {
            TimedTask deadline = new TimedTask(nanoTime() + nanos, scheduled++, task, this::forget);
            if (!closed) {
                add(deadline);
            }
            return deadline;
        } finally {
            lock.unlock();
        }
    }

    /** Drops all tasks and ends the thread, without waiting for it. Idempotent. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            deadlines.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** How many tasks wait. */
    int pending() {
        lock.lock();
        try {
            return deadlines.size();
        } finally {
            lock.unlock();
        }
    }

    private void add(TimedTask deadline) {
        deadlines.add(deadline);
        if (!started) {
            threads.newThread(this::run).start();
            started = true;
        } else if (deadlines.first().equals(deadline)) {
            changed.signal();
        }
    }

    private void run() {
        TimedTask due;
        while ((due = awaitNext()) != null) {
            due.run();
        }
    }

    private @Nullable TimedTask awaitNext() {
        lock.lock();
        try {
            while (!closed) {
                long wait = deadlines.isEmpty() ? Long.MAX_VALUE : deadlines.first().nanos - nanoTime();
                if (wait <= 0) {
                    return deadlines.pollFirst();
                }
                changed.await(wait, TimeUnit.NANOSECONDS);
            }
            return null;
        } catch (InterruptedException interrupted) {
            EngineLog.debug(() -> "the timer was interrupted; it ends only when it is closed");
            return awaitNext();
        } finally {
            lock.unlock();
        }
    }

    private void forget(TimedTask deadline) {
        lock.lock();
        try {
            deadlines.remove(deadline);
        } finally {
            lock.unlock();
        }
    }
}
