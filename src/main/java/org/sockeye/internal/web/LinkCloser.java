package org.sockeye.internal.web;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A few threads that close WebSockets, because closing may wait for a client that does not read. They end when there is nothing to do. */
final class LinkCloser implements Executor {

    private static final int THREADS = 4;
    private static final int IDLE_SECONDS = 5;

    private final ThreadPoolExecutor pool;

    LinkCloser(ThreadFactory threads) {
        pool = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable close) {
        try {
            pool.execute(close);
        } catch (RejectedExecutionException stopped) {
            close.run();
        }
    }

    /** Waits for the closes that were asked for, not for long, and ends the threads. */
    void end(Duration patience) {
        Pools.end(pool, patience);
    }
}
