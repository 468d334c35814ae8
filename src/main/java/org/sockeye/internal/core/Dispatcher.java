package org.sockeye.internal.core;

import java.util.concurrent.Executor;
import org.sockeye.Dispatch;

/**
 * Runs application code: on which thread is the setting {@code dispatch}, and always with the application's class loader.
 *
 * <p>What a client's message sets off is carried by {@link #reading}, which with {@code dispatch=container} is the thread that read the message.
 * What else sets off, a deadline or a close, may come on a thread that must not block, and is carried by {@link #elsewhere}.
 */
final class Dispatcher {

    private final ClassLoader application;
    private final Executor executor;
    private final boolean onContainerThreads;

    Dispatcher(ClassLoader application, Executor executor, Dispatch dispatch) {
        this.application = application;
        this.executor = executor;
        this.onContainerThreads = dispatch == Dispatch.CONTAINER;
    }

    /** Whether a message is handled by the thread that reads it. */
    boolean isOnContainerThreads() {
        return onContainerThreads;
    }

    /** For what a client's message sets off; called on the thread that read it. */
    void reading(Runnable work) {
        if (onContainerThreads) {
            run(work);
        } else {
            elsewhere(work);
        }
    }

    /**
     * For what anything else sets off. An executor that takes nothing more, as when the application stops, leaves it to the caller; one that
     * is the container's need not say so by a {@link java.util.concurrent.RejectedExecutionException}.
     */
    void elsewhere(Runnable work) {
        try {
            executor.execute(() -> run(work));
        } catch (RuntimeException refused) {
            CoreLog.debug("the executor refused work, which the caller does: {0}", refused);
            run(work);
        }
    }

    /** Nothing that the work throws comes out of here. */
    private void run(Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(application);
        try {
            work.run();
        } catch (Throwable failure) {
            CoreLog.failed("Work of the dispatch", failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
