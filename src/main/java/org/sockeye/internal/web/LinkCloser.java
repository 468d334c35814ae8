package org.sockeye.internal.web;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.Timer;

/**
 * Closes WebSockets, on a few threads that end when there is nothing to do.
 *
 * <p>A container sends the close frame with a blocking write, behind the message that is being sent. So a close waits for that message
 * without a thread, for a while; what is overdue then has threads of its own. However many clients do not read, the close of one
 * that does is never behind theirs.
 */
final class LinkCloser {

    /** How long a client has to take the message that is being sent when its WebSocket is closed. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private static final int THREADS = 4;
    private static final int IDLE_SECONDS = 5;

    private final Timer timer;
    private final ThreadPoolExecutor idle;
    private final ThreadPoolExecutor overdue;

    /** How many closes wait for a message. Guarded by this. */
    private int waiting;

    /** Whether nothing may wait any more. Guarded by this. */
    private boolean ended;

    LinkCloser(Timer timer, ThreadFactory threads) {
        this.timer = timer;
        this.idle = pool(threads);
        this.overdue = pool(threads);
    }

    private static ThreadPoolExecutor pool(ThreadFactory threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Waits for the closes that were asked for, not for long, and ends the threads. */
    void end(Duration patience) {
        Waiting.until(this, () -> waiting == 0, patience);
        synchronized (this) {
            ended = true;
        }
        Pools.end(idle, patience);
        Pools.end(overdue, patience);
    }

    private synchronized boolean beginWait() {
        waiting += ended ? 0 : 1;
        return !ended;
    }

    private synchronized void endWait() {
        waiting--;
        notifyAll();
    }

    private static void run(ThreadPoolExecutor pool, Runnable close) {
        try {
            pool.execute(close);
        } catch (RejectedExecutionException stopped) {
            close.run();
        }
    }

    /** The close of one WebSocket, which happens once. */
    final class Close {

        private final Runnable orderly;
        private final Runnable abrupt;
        private final AtomicBoolean started = new AtomicBoolean();
        private final AtomicReference<Timer.@Nullable Task> deadline = new AtomicReference<>();

        /**
         * A close that has not started.
         *
         * @param orderly closes a WebSocket on which nothing is being sent
         * @param abrupt closes one whose client does not take what is being sent
         */
        Close(Runnable orderly, Runnable abrupt) {
            this.orderly = orderly;
            this.abrupt = abrupt;
        }

        /** Nothing is being sent any more. Idempotent. */
        void onIdle() {
            start(idle, orderly);
        }

        /** Something is being sent: waits for {@link #onIdle}, but not longer than {@link #GRACE}. */
        void awaitIdle() {
            if (!beginWait()) {
                start(overdue, abrupt);
                return;
            }
            deadline.set(timer.schedule(GRACE, () -> start(overdue, abrupt)));
            if (started.get()) {
                endDeadline();
            }
        }

        private void start(ThreadPoolExecutor pool, Runnable close) {
            if (started.compareAndSet(false, true)) {
                run(pool, close);
                endDeadline();
            }
        }

        private void endDeadline() {
            Timer.@Nullable Task waits = deadline.getAndSet(null);
            if (waits != null) {
                waits.cancel();
                endWait();
            }
        }
    }
}
