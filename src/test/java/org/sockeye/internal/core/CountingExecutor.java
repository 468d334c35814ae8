package org.sockeye.internal.core;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Threads, and a way to wait until none of them has anything to do. */
final class CountingExecutor implements Executor, AutoCloseable {

    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final ExecutorService threads;

    private int busy; // guarded by this

    /** As many threads as there is work. */
    CountingExecutor() {
        this(Executors.newCachedThreadPool());
    }

    CountingExecutor(ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        begin();
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    end();
                }
            });
        } catch (RejectedExecutionException refused) {
            end();
            throw refused;
        }
    }

    synchronized void awaitIdle() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (busy > 0) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("still busy");
            }
            wait(left);
        }
    }

    void refuseMore() {
        threads.shutdown();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private synchronized void begin() {
        busy++;
    }

    private synchronized void end() {
        busy--;
        notifyAll();
    }
}
