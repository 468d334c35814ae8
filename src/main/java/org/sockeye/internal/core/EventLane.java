package org.sockeye.internal.core;

import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the events of one client one after the other, in the order given, while those of others run beside them.
 *
 * <p>Whoever adds the first task sets off a run; tasks that are added meanwhile, by any thread or by a task itself, are taken by that run, which
 * is a loop. After a number of tasks it goes to the back of the executor's queue, so that a busy client does not keep a thread.
 *
 * <p>A task may hold the lane until a stage completes. Its run then leaves, and the task counts as one that runs, so that nobody sets off
 * another; whoever completes the stage has the run go on. The two may meet: {@link Hold} decides which of them goes on.
 */
final class EventLane {

    private static final int TASKS_IN_A_RUN = 64;

    private final Dispatcher dispatcher;
    private final int maxWaiting;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    /** How many tasks wait or run. */
    private final AtomicInteger pending = new AtomicInteger();
    /** How many tasks wait or run that are in no order. */
    private final AtomicInteger beside = new AtomicInteger();

    /** Written by the run, and read by whoever ends the lane. */
    private volatile @Nullable Hold held;

    /** Set once. Whoever holds looks at it afterwards, whoever sets it looks for a hold afterwards. */
    private volatile boolean ended;

    EventLane(Dispatcher dispatcher, int maxWaiting) {
        this.dispatcher = dispatcher;
        this.maxWaiting = maxWaiting;
    }

    /** Adds an event, on the thread that read it; answers whether there was room. */
    boolean offer(Runnable event) {
        if (isFull()) {
            return false;
        }
        read(event);
        return true;
    }

    /** As {@link #offer}, on any other thread. */
    boolean offerElsewhere(Runnable notice) {
        if (isFull()) {
            return false;
        }
        add(notice);
        return true;
    }

    /** Runs work at once on another thread, in no order. Until it is done it counts as an event that waits. */
    void beside(Runnable work) {
        beside.incrementAndGet();
        dispatcher.elsewhere(() -> {
            try {
                work.run();
            } finally {
                beside.decrementAndGet();
            }
        });
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

    /**
     * Lets nothing run in this lane until the stage completes, and {@code next} first then, which may hold again. Called by a task of this
     * lane, as the last thing that it does; returns at once.
     *
     * <p>{@code next} is not called when the lane ends before the stage completes: whatever waits for the decision is not wanted any more.
     */
    <T> void hold(
            CompletionStage<? extends T> stage, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> next) {
        Hold hold = new Hold();
        stage.whenComplete((value, failure) -> hold.release(() -> next.accept(value, failure)));
        held = hold;
        if (ended) {
            hold.release(Mark.NOTHING);
        }
    }

    /** The client is gone: what is in the lane still runs, but nothing holds it up any more. */
    void end() {
        ended = true;
        Hold hold = held;
        if (hold != null) {
            hold.release(Mark.NOTHING);
        }
    }

    private boolean isFull() {
        return pending.get() + beside.get() > maxWaiting;
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
            Runnable task = tasks.poll();
            if (task != null && !finishes(task)) {
                return;
            }
        } while (pending.decrementAndGet() > 0);
    }

    /** A hold has been released after its run had left. */
    private void resume(Runnable next) {
        if (finishes(next) && pending.decrementAndGet() > 0) {
            run();
        }
    }

    /** Runs a task and what follows its holds; answers whether it is done, and not held now. */
    private boolean finishes(Runnable task) {
        @Nullable Runnable next = task;
        while (next != null) {
            held = null;
            runAnyway(next);
            Hold hold = held;
            if (hold == null) {
                return true;
            }
            next = hold.leaveOrGoOn();
        }
        return false;
    }

    private static void runAnyway(Runnable task) {
        try {
            task.run();
        } catch (Throwable failure) {
            CoreLog.failed("Work of a client", failure);
        }
    }

    /** What a hold has instead of something that is to follow. */
    private enum Mark implements Runnable {
        RUN_HAS_LEFT,
        NOTHING;

        @Override
        public void run() {}
    }

    /** Nothing yet, then whichever comes first: that the run has left, or what is to follow. */
    private final class Hold {

        private final AtomicReference<@Nullable Runnable> state = new AtomicReference<>();

        /** Lets the lane go on with this, once. */
        void release(Runnable next) {
            if (!state.compareAndSet(null, next) && state.compareAndSet(Mark.RUN_HAS_LEFT, next)) {
                dispatcher.elsewhere(() -> resume(next));
            }
        }

        /** What is to follow on this thread; {@code null} when the run is to leave. */
        @Nullable
        Runnable leaveOrGoOn() {
            return state.compareAndSet(null, Mark.RUN_HAS_LEFT) ? null : state.get();
        }
    }
}
