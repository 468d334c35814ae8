package org.sockeye.internal.core;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An outcome that may be there before anybody was given the stage for it, which is complete at once then. Later it is completed on the dispatch.
 */
final class Promise<T> {

    private final Dispatcher dispatcher;
    private final AckFuture<T> future;
    /** Guarded by this: until it is given, nobody has attached anything to the stage. */
    private boolean given;

    Promise(Dispatcher dispatcher, BooleanSupplier waitsInVain) {
        this.dispatcher = dispatcher;
        this.future = new AckFuture<>(dispatcher, waitsInVain);
    }

    void keep(T value) {
        future.settle(value);
        complete(() -> future.complete(value));
    }

    void fail(Throwable failure) {
        future.settle(failure);
        complete(() -> future.completeExceptionally(failure));
    }

    /** As another stage ended. */
    void settle(T value, @Nullable Throwable failure) {
        if (failure == null) {
            keep(value);
        } else {
            Throwable cause = failure.getCause();
            fail(failure instanceof CompletionException && cause != null ? cause : failure);
        }
    }

    /** The stage for whoever asked. */
    synchronized CompletionStage<T> give() {
        given = true;
        return future;
    }

    private void complete(Runnable completion) {
        synchronized (this) {
            if (!given) {
                completion.run();
                return;
            }
        }
        dispatcher.elsewhere(completion);
    }
}
