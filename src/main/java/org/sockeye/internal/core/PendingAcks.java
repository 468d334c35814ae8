package org.sockeye.internal.core;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.AckTimeoutException;
import org.sockeye.DisconnectedException;
import org.sockeye.Reply;
import org.sockeye.internal.engine.Timer;

/**
 * The acknowledgements that one socket waits for. Each is taken out of the table exactly once, by its answer, its deadline or the
 * disconnection, whichever comes first; whoever took it out completes it, on the dispatch and not behind the client's events.
 */
final class PendingAcks {

    private final Dispatcher dispatcher;
    private final Timer timer;
    private final LongSupplier ids;
    /** Guarded by this. */
    private final Map<Long, Waiter> waiting = new HashMap<>();

    private boolean closed; // guarded by this

    /** The ids are those of the namespace: a broadcast is encoded once, so that its id must be free in every socket. */
    PendingAcks(Dispatcher dispatcher, Timer timer, LongSupplier ids) {
        this.dispatcher = dispatcher;
        this.timer = timer;
        this.ids = ids;
    }

    /** Makes an entry; answers its id, or nothing, when the socket is gone and the future has failed. */
    OptionalLong expect(AckFuture<Reply> future, Duration deadline) {
        Pending pending = new Pending(future);
        long id = ids.getAsLong();
        if (!expect(id, pending)) {
            refuse(future);
            return OptionalLong.empty();
        }
        pending.deadline.arm(timer.schedule(deadline, () -> expire(id, deadline)));
        future.onCancel(() -> {
            take(id);
            pending.deadline.disarm();
        });
        return OptionalLong.of(id);
    }

    /** Makes an entry for a broadcast, whose id is given and whose deadline is its own; answers whether the socket is still there. */
    synchronized boolean expect(long id, Waiter waiter) {
        if (!closed) {
            waiting.put(id, waiter);
        }
        return !closed;
    }

    /** Nobody waits for this answer any more. */
    void forget(long id) {
        take(id);
    }

    /** Fails a future whose socket is not connected. */
    static void refuse(AckFuture<Reply> future) {
        future.completeExceptionally(gone());
    }

    /** A client's answer; answers whether it was waited for. */
    boolean answer(long id, ReceivedArguments reply) {
        Waiter waiter = take(id);
        if (waiter == null) {
            return false;
        }
        waiter.answered(reply);
        return true;
    }

    /** The socket is gone: nothing is waited for any more. */
    void close() {
        List<Waiter> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(waiting.values());
            waiting.clear();
        }
        left.forEach(Waiter::gone);
    }

    /** How many are waited for. */
    synchronized int count() {
        return waiting.size();
    }

    private void expire(long id, Duration deadline) {
        if (take(id) instanceof Pending pending) {
            pending.fail(new AckTimeoutException("No acknowledgement within " + Deadline.inWords(deadline)));
        }
    }

    private synchronized @Nullable Waiter take(long id) {
        return waiting.remove(id);
    }

    static DisconnectedException gone() {
        return new DisconnectedException("The client is not connected");
    }

    /** Waits for one answer of one client, and is told one of the two once. */
    interface Waiter {
        /** On the thread that read the answer. */
        void answered(ReceivedArguments reply);

        /** The client has gone before it answered. */
        void gone();
    }

    /** A question to one client. */
    private final class Pending implements Waiter {
        private final AckFuture<Reply> future;
        private final Deadline deadline = new Deadline();

        Pending(AckFuture<Reply> future) {
            this.future = future;
        }

        @Override
        public void answered(ReceivedArguments reply) {
            deadline.disarm();
            future.settle(reply);
            dispatcher.reading(() -> future.complete(reply));
        }

        @Override
        public void gone() {
            deadline.disarm();
            fail(PendingAcks.gone());
        }

        void fail(RuntimeException failure) {
            future.settle(failure);
            dispatcher.elsewhere(() -> future.completeExceptionally(failure));
        }
    }
}
