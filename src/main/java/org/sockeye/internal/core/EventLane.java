package org.sockeye.internal.core;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the events of one client one after the other, in the order given, while those of others run beside them.
 *
 * <p>Whoever adds the first task sets off a run; tasks that are added meanwhile, by any thread or by a task itself, are taken by that run, which
 * is a loop. After a number of tasks it goes to the back of the executor's queue, so that a busy client does not keep a thread.
 */
final class EventLane {

    private static final int TASKS_IN_A_RUN = 64;

    private final Dispatcher dispatcher;
    private final int maxWaiting;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    /** How many tasks wait or run. */
    private final AtomicInteger pending = new AtomicInteger();

    EventLane(Dispatcher dispatcher, int maxWaiting) {
        this.dispatcher = dispatcher;
        this.maxWaiting = maxWaiting;
    }

    /** Adds an event, on the thread that read it; answers whether there was room. */
    boolean offer(Runnable event) {
        if (pending.get() > maxWaiting) {
            return false;
        }
        read(event);
        return true;
    }

    /** Adds what a message of the client sets off, on the thread that read it. */
    void read(Runnable task) {
        if (enqueue(task)) {
            dispatcher.reading(this::run);
        }
    }

    /** Adds what something else sets off, on any thread. */
    void add(Runnable task) {
        if (enqueue(task)) {
            dispatcher.elsewhere(this::run);
        }
    }

    /** Answers whether a run is to be set off. */
    private boolean enqueue(Runnable task) {
        tasks.add(task);
        return pending.getAndIncrement() == 0;
    }

    private void run() {
        int done = 0;
        do {
            if (done == TASKS_IN_A_RUN && !dispatcher.isOnContainerThreads()) {
                dispatcher.elsewhere(this::run);
                return;
            }
            done++;
            runNext();
        } while (pending.decrementAndGet() > 0);
    }

    private void runNext() {
        Runnable task = tasks.poll();
        if (task == null) {
            return;
        }
        try {
            task.run();
        } catch (Throwable failure) {
            CoreLog.failed("Work of a client", failure);
        }
    }
}
