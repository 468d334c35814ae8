package org.sockeye.internal.core;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sockeye.AsyncEventMiddleware;
import org.sockeye.EventListener;

/**
 * One event on its way through the application, in the lane of its client: the listeners of any event, the socket's middleware, and, if all of
 * that let it pass, observers and listeners of its name. Where a middleware takes its time, the lane is held.
 */
final class Arrival {

    private final CoreSocket socket;
    private final CoreEvent event;
    private final EventOutcome outcome;
    private final Iterator<AsyncEventMiddleware> middleware;
    private final List<EventListener> watching;

    Arrival(CoreSocket socket, CoreEvent event, EventOutcome outcome) {
        this.socket = socket;
        this.event = event;
        this.outcome = outcome;
        this.middleware = socket.middleware().iterator();
        this.watching = socket.listenersAny();
    }

    void begin() {
        socket.events().inContextOf(socket, () -> {
            watching.forEach(outcome::callForAny);
            goOn();
        });
    }

    private void goOn() {
        boolean passed = true;
        while (passed && middleware.hasNext()) {
            passed = passes(middleware.next());
        }
        if (passed) {
            deliver();
        }
    }

    /** Asks a middleware; answers false if it refuses, or decides later. */
    private boolean passes(AsyncEventMiddleware asked) {
        CompletionStage<?> stage;
        try {
            stage = Objects.requireNonNull(asked.check(event), "A middleware answers with a stage");
        } catch (Throwable refusal) {
            outcome.refused(refusal);
            return false;
        }
        boolean decided = stage == ListeningSocket.PASSED;
        if (!decided) {
            socket.lane().hold(stage, (value, failure) -> socket.events().inContextOf(socket, () -> decided(failure)));
        }
        return decided;
    }

    private void decided(@Nullable Throwable failure) {
        if (failure == null) {
            goOn();
        } else {
            Throwable cause = failure.getCause();
            outcome.refused(failure instanceof CompletionException && cause != null ? cause : failure);
        }
    }

    private void deliver() {
        if (!socket.phase().mayDeliver()) {
            CoreLog.debug("an event is dropped: its socket was disconnected");
            return;
        }
        boolean observed = socket.events().received(event, outcome);
        boolean heard = socket.deliver(event, outcome);
        if (!observed && !heard && watching.isEmpty()) {
            socket.noteUnheard(event);
        }
        outcome.conclude();
    }
}
