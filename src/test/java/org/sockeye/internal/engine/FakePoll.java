package org.sockeye.internal.engine;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A GET that remembers its answer, and complains about a second one. */
final class FakePoll implements PollExchange {

    private final AtomicReference<@Nullable String> body = new AtomicReference<>();
    private final AtomicInteger status = new AtomicInteger();
    private final Consumer<String> onBody;

    FakePoll() {
        this(body -> {});
    }

    FakePoll(Consumer<String> onBody) {
        this.onBody = onBody;
    }

    /** Whether the answer may be compressed. */
    private final AtomicBoolean compressed = new AtomicBoolean();

    boolean mayBeCompressed() {
        return compressed.get();
    }

    @Override
    public void respond(HttpBody answer, boolean compress) {
        compressed.set(compress);
        finish(200);
        String payload = answer.payload().text();
        body.set(payload);
        onBody.accept(payload);
    }

    @Override
    public void fail(int failure) {
        finish(failure);
    }

    boolean isWaiting() {
        return status.get() == 0;
    }

    int status() {
        return status.get();
    }

    String body() {
        return Objects.requireNonNull(body.get(), "not answered");
    }

    private void finish(int answer) {
        if (!status.compareAndSet(0, answer)) {
            throw new AssertionError("answered twice: " + status + ", then " + answer);
        }
    }
}
