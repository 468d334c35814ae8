package org.sockeye.internal.core;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
    /** Guarded by this. */
    private final Map<Long, Pending> waiting = new HashMap<>();

    private long nextId; // guarded by this
    private boolean closed; // guarded by this

    PendingAcks(Dispatcher dispatcher, Timer timer) {
        this.dispatcher = dispatcher;
        this.timer = timer;
    }

    /** Makes an entry; answers its id, or nothing, when the socket is gone and the future has failed. */
    OptionalLong expect(AckFuture<Reply> future, Duration deadline) {
        Pending pending = new Pending(future);
        long id;
        synchronized (this) {
            if (closed) {
                refuse(future);
                return OptionalLong.empty();
            }
            id = nextId++;
            waiting.put(id, pending);
        }
        pending.arm(timer.schedule(deadline, () -> expire(id, deadline)));
        return OptionalLong.of(id);
    }

    /** Fails a future whose socket is not connected. */
    static void refuse(AckFuture<Reply> future) {
        future.completeExceptionally(gone());
    }

    /** A client's answer; answers whether it was waited for. */
    boolean answer(long id, Reply reply) {
        Pending pending = take(id);
        if (pending == null) {
            return false;
        }
        pending.disarm();
        pending.future.settle(reply);
        dispatcher.reading(() -> pending.future.complete(reply));
        return true;
    }

    /** The socket is gone: nothing is waited for any more. */
    void close() {
        List<Pending> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(waiting.values());
            waiting.clear();
        }
        left.forEach(pending -> {
            pending.disarm();
            fail(pending, gone());
        });
    }

    /** How many are waited for. */
    synchronized int count() {
        return waiting.size();
    }

    private void expire(long id, Duration deadline) {
        Pending pending = take(id);
        if (pending != null) {
            fail(pending, new AckTimeoutException("No acknowledgement within " + deadline.toMillis() + " ms"));
        }
    }

    private void fail(Pending pending, RuntimeException failure) {
        pending.future.settle(failure);
        dispatcher.elsewhere(() -> pending.future.completeExceptionally(failure));
    }

    private synchronized @Nullable Pending take(long id) {
        return waiting.remove(id);
    }

    private static DisconnectedException gone() {
        return new DisconnectedException("The client is not connected");
    }

    /** A future and its deadline, which is set after the entry is made and may find it gone. */
    private static final class Pending {
        private final AckFuture<Reply> future;
        /** Guarded by this. */
        private Timer.@Nullable Task deadline;

        private boolean disarmed; // guarded by this

        Pending(AckFuture<Reply> future) {
            this.future = future;
        }

        void arm(Timer.Task task) {
            synchronized (this) {
                if (!disarmed) {
                    deadline = task;
                    return;
                }
            }
            task.cancel();
        }

        void disarm() {
            Timer.Task task;
            synchronized (this) {
                disarmed = true;
                task = deadline;
                deadline = null;
            }
            if (task != null) {
                task.cancel();
            }
        }
    }
}
