package org.sockeye.internal.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The reply that a client owes. Stages derived from it run on the server's dispatch, too.
 *
 * <p>Where a client's messages are handled by the thread that reads them, a handler that waits for a reply of its own client waits for a
 * message that only its return allows to be read. So waiting there fails at once; attaching a callback works everywhere.
 */
final class AckFuture<T> extends CompletableFuture<T> {

    private final Dispatcher dispatcher;
    private final BooleanSupplier isOnReadingThread;

    AckFuture(Dispatcher dispatcher, BooleanSupplier isOnReadingThread) {
        this.dispatcher = dispatcher;
        this.isOnReadingThread = isOnReadingThread;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new AckFuture<>(dispatcher, isOnReadingThread);
    }

    @Override
    public Executor defaultExecutor() {
        return dispatcher::elsewhere;
    }

    @Override
    public T join() {
        refuseToWaitInVain();
        return super.join();
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        refuseToWaitInVain();
        return super.get();
    }

    @Override
    public T get(long timeout, @Nullable TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        refuseToWaitInVain();
        return super.get(timeout, unit);
    }

    private void refuseToWaitInVain() {
        if (!isDone() && isOnReadingThread.getAsBoolean()) {
            throw new IllegalStateException(
                    "A handler waits for an acknowledgement of its own client on the thread that"
                            + " would read it. Attach a callback, or set dispatch to executor or virtual instead of container");
        }
    }
}
