package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of all sessions on an executor that somebody else brings, such as the container. It knows of one task of ours at a time, the next
 * that is due; the others are kept here, so that one that is cancelled is forgotten at once.
 *
 * <p>Whoever changes what is next signals; the first who signals asks the executor, and goes round again until nobody signalled meanwhile. So no lock
 * is held while the executor is called, and what was asked for last is what is true. One task runs at a time.
 *
 * <p>Containers keep a task that was cancelled until its time would have come, and with it the application, also when that is gone. So none is asked for
 * that is more than a second ahead; one that comes before anything is due asks for the next.
 *
 * <p>An executor that takes nothing any more, as while its container stops or is overloaded, is replaced for good: without a timer dead clients would
 * be kept for ever.
 */
public final class ScheduledTimer implements ServerTimer {

    private static final long LONGEST_WAIT = Duration.ofSeconds(1).toNanos();

    private final Supplier<ScheduledExecutorService> substitute;
    private final Rounds asking = new Rounds(this::askOnce);
    private final Rounds waking = new Rounds(this::runDue);

    /** Guarded by itself, as are the next two. */
    private final TreeSet<TimedTask> deadlines = new TreeSet<>();

    /** Guarded by the deadlines. */
    private long scheduled;

    /** Guarded by the deadlines. */
    private boolean closed;

    /** Whom to ask; changed by whoever asks. */
    private volatile ScheduledExecutorService executor;

    /** Set once the executor is our own; by whoever asks. */
    private volatile boolean substituted;

    /** The task that the executor knows of; changed by whoever asks. */
    private volatile @Nullable Future<?> pendingWake;

    /**
     * Begins with nothing to do.
     *
     * @param substitute made if the executor takes nothing any more; ended with this timer
     */
    public ScheduledTimer(ScheduledExecutorService executor, Supplier<ScheduledExecutorService> substitute) {
        this.executor = executor;
        this.substitute = substitute;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    /** {@inheritDoc} After {@link #close} the task is dropped. A delay of more than a hundred years is cut to that. */
    @Override
    public Task schedule(Duration delay, Runnable task) {
        TimedTask added;
        boolean next;
        synchronized (deadlines) {
            added = new TimedTask(nanoTime() + ServerTimer.nanosOf(delay), scheduled++, task, this::forget);
            next = !closed && deadlines.add(added) && deadlines.first().equals(added);
        }
        if (next) {
            ask();
        }
        return added;
    }

    @Override
    public void close() {
        synchronized (deadlines) {
            closed = true;
            deadlines.clear();
        }
        ask();
    }

    /** How many tasks wait. */
    int pending() {
        synchronized (deadlines) {
            return deadlines.size();
        }
    }

    /** One that is next is left to the executor, who finds nothing to do then. */
    private void forget(TimedTask task) {
        synchronized (deadlines) {
            deadlines.remove(task);
        }
    }

    /** Has the executor call when the next task is due, and not for any other. */
    private void ask() {
        asking.signal();
    }

    private void askOnce() {
        Future<?> before = pendingWake;
        if (before != null) {
            before.cancel(false);
            pendingWake = null;
        }
        Long next = nextNanos();
        if (next != null) {
            pendingWake = wakeAfter(Math.min(LONGEST_WAIT, Math.max(0, next - nanoTime())));
        } else if (isClosed() && substituted) {
            executor.shutdownNow();
        }
    }

    private Future<?> wakeAfter(long nanos) {
        try {
            return executor.schedule(this::wake, nanos, TimeUnit.NANOSECONDS);
        } catch (RuntimeException refused) { // each container has its own
            EngineLog.failure(
                    "The container's ManagedScheduledExecutorService takes no task: the server uses a thread of its own",
                    refused);
            executor = substitute.get();
            substituted = true;
            return executor.schedule(this::wake, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** A call that finds another running leaves all to it, also to ask for the next: it would ask at once again for what is due, while a task takes its time. */
    private void wake() {
        if (waking.signal()) {
            ask();
        }
    }

    private void runDue() {
        TimedTask due;
        while ((due = takeDue()) != null) {
            due.run();
        }
    }

    private @Nullable TimedTask takeDue() {
        synchronized (deadlines) {
            boolean isDue = !deadlines.isEmpty() && deadlines.first().nanos - nanoTime() <= 0;
            return isDue ? deadlines.pollFirst() : null;
        }
    }

    private @Nullable Long nextNanos() {
        synchronized (deadlines) {
            return deadlines.isEmpty() ? null : deadlines.first().nanos;
        }
    }

    private boolean isClosed() {
        synchronized (deadlines) {
            return closed;
        }
    }
}
