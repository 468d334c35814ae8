package org.sockeye.internal.engine;

import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket whose sends complete where its executor runs them: inside the call, on another thread, or when the test says so. Complains
 * about a send while one is in flight. Bytes are remembered as they would stand in a payload.
 */
final class FakeLink implements WebSocketLink {

    private final Executor completions;
    private final Consumer<String> onFrame;
    private final AtomicBoolean inFlight = new AtomicBoolean();
    private final AtomicInteger closeCode = new AtomicInteger();
    final List<String> sent = new CopyOnWriteArrayList<>();
    final List<String> faults = new CopyOnWriteArrayList<>();

    FakeLink(Executor completions) {
        this(completions, frame -> {});
    }

    FakeLink(Executor completions, Consumer<String> onFrame) {
        this.completions = completions;
        this.onFrame = onFrame;
    }

    /** Completes inside the call. */
    static FakeLink immediate() {
        return new FakeLink(Runnable::run);
    }

    @Override
    public void sendText(String text, Consumer<@Nullable Throwable> completion) {
        send(text, completion);
    }

    @Override
    public void sendBinary(byte[] data, Consumer<@Nullable Throwable> completion) {
        send("b" + Base64.getEncoder().encodeToString(data), completion);
    }

    private void send(String frame, Consumer<@Nullable Throwable> completion) {
        if (!inFlight.compareAndSet(false, true)) {
            faults.add("sent while a send was in flight: " + frame);
        }
        sent.add(frame);
        onFrame.accept(frame);
        completions.execute(() -> {
            inFlight.set(false);
            completion.accept(null);
        });
    }

    @Override
    public void close(int code, String reason) {
        closeCode.compareAndSet(0, code);
    }

    boolean isOpen() {
        return closeCode.get() == 0;
    }

    int closeCode() {
        return closeCode.get();
    }

    /** Completions that wait for the test. */
    static final class Held implements Executor {
        /** Guarded by this. */
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        @Override
        public synchronized void execute(Runnable completion) {
            waiting.add(completion);
        }

        void completeNext() {
            next().run();
        }

        synchronized int size() {
            return waiting.size();
        }

        private synchronized Runnable next() {
            return Objects.requireNonNull(waiting.poll(), "nothing is in flight");
        }
    }
}
