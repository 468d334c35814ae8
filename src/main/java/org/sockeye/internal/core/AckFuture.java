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
 *
 * <p>Callbacks wait for a thread of the dispatch. Who waits for the reply itself does not: otherwise, when handlers that wait have all the
 * threads, none would be left to bring the replies.
 */
final class AckFuture<T> extends CompletableFuture<T> {

    private final Dispatcher dispatcher;
    private final BooleanSupplier isOnReadingThread;
    /** Completed as soon as the outcome is known. In a derived stage, which has none before its callback has run, never. */
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    private final boolean derived;

    /** What is to be forgotten when nobody wants the reply any more; set before the application has the future. */
    private volatile Runnable onCancel = () -> {};

    private AckFuture(Dispatcher dispatcher, BooleanSupplier isOnReadingThread, boolean derived) {
        this.dispatcher = dispatcher;
        this.isOnReadingThread = isOnReadingThread;
        this.derived = derived;
    }

    AckFuture(Dispatcher dispatcher, BooleanSupplier isOnReadingThread) {
        this(dispatcher, isOnReadingThread, false);
    }

    /** Releases those who wait; {@link #complete} is to follow on the dispatch. */
    void settle(T reply) {
        outcome.complete(reply);
    }

    /** Releases those who wait; {@link #completeExceptionally} is to follow on the dispatch. */
    void settle(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    @Override
    public boolean complete(T reply) {
        outcome.complete(reply);
        return super.complete(reply);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        outcome.completeExceptionally(failure);
        return super.completeExceptionally(failure);
    }

    void onCancel(Runnable action) {
        onCancel = action;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        onCancel.run();
        outcome.cancel(mayInterruptIfRunning);
        return super.cancel(mayInterruptIfRunning);
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new AckFuture<>(dispatcher, isOnReadingThread, true);
    }

    @Override
    public Executor defaultExecutor() {
        return dispatcher::elsewhere;
    }

    @Override
    public T join() {
        refuseToWaitInVain();
        return derived ? super.join() : outcome.join();
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        refuseToWaitInVain();
        return derived ? super.get() : outcome.get();
    }

    @Override
    public T get(long timeout, @Nullable TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        refuseToWaitInVain();
        return derived ? super.get(timeout, unit) : outcome.get(timeout, unit);
    }

    private void refuseToWaitInVain() {
        if (!isDone() && !outcome.isDone() && isOnReadingThread.getAsBoolean()) {
            throw new IllegalStateException(
                    "A handler waits for an acknowledgement of its own client on the thread that"
                            + " would read it. Attach a callback, or set dispatch to executor or virtual instead of container");
        }
    }
}
