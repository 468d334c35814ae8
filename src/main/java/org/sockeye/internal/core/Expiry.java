package org.sockeye.internal.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sockeye.Reauthentication;
import org.sockeye.SocketError.Kind;
import org.sockeye.internal.engine.Timer;

/**
 * Until when the credentials of one socket are good.
 *
 * <p>Each time that is set begins a turn, and whatever belongs to an earlier turn does nothing any more: a timer that was too late to be cancelled, an answer of
 * the application after another time was set. Nothing waits in the lane of the client, so that a handler that blocks keeps nobody in. No lock is held while
 * foreign code runs.
 */
final class Expiry {

    /** What a timer is asked to wait at most; whoever sets a later time need not fear the end of it. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final Refusal REFUSAL = new Refusal("Credentials have expired", null);

    private final CoreSocket socket;
    private final Timer timer;
    private final Duration patience;

    /** Guarded by this. */
    private @Nullable Instant at;

    private Timer.@Nullable Task task; // guarded by this
    private int turn; // guarded by this
    private boolean over; // guarded by this

    Expiry(CoreSocket socket, Timer timer, Duration patience) {
        this.socket = socket;
        this.timer = timer;
        this.patience = patience;
    }

    synchronized Optional<Instant> at() {
        return Optional.ofNullable(at);
    }

    /** From now on it is this time. */
    void at(Instant next) {
        Objects.requireNonNull(next, "instant");
        Duration delay = Duration.between(Instant.now(), next);
        int begun = begin(next);
        if (delay.isNegative() || delay.isZero()) {
            onTime(begun);
        } else {
            arm(begun, delay.compareTo(LONGEST) < 0 ? delay : LONGEST, () -> onTime(begun));
        }
    }

    /** Refuses a candidate whose time has come; answers whether it was that. */
    boolean refusesNow() {
        return at().filter(time -> !time.isAfter(Instant.now())).isPresent() && socket.refuse(REFUSAL);
    }

    /** The socket is gone. */
    void end() {
        synchronized (this) {
            over = true;
        }
        begin(null);
    }

    private int begin(@Nullable Instant next) {
        Timer.Task before;
        int begun;
        synchronized (this) {
            before = task;
            task = null;
            at = next == null ? at : next;
            begun = ++turn;
        }
        if (before != null) {
            before.cancel();
        }
        return begun;
    }

    private void arm(int begun, Duration delay, Runnable action) {
        Timer.Task armed = timer.schedule(delay, action);
        synchronized (this) {
            if (turn == begun && !over) {
                task = armed;
                return;
            }
        }
        armed.cancel();
    }

    private synchronized boolean isNow(int asked) {
        return turn == asked && !over;
    }

    private void onTime(int begun) {
        if (isNow(begun)) {
            CoreLog.debug("the credentials of socket {0} have expired", socket.inLog());
            socket.elsewhere(() -> expire(begun));
        }
    }

    /** A candidate is not let in; a socket that is connected may have another chance. On the dispatch. */
    private void expire(int begun) {
        if (!isNow(begun) || socket.refuse(REFUSAL)) {
            return;
        }
        Reauthentication hook = socket.namespace().reauthentication();
        if (hook == null) {
            conclude(begun, null);
        } else {
            arm(begun, patience, () -> socket.elsewhere(() -> conclude(begun, null)));
            ask(hook)
                    .whenComplete((until, failure) -> socket.elsewhere(() -> {
                        if (failure != null) {
                            failed(failure);
                        }
                        conclude(begun, until);
                    }));
        }
    }

    private CompletionStage<? extends @Nullable Instant> ask(Reauthentication hook) {
        try {
            return Objects.requireNonNull(hook.expired(socket), "the re-authentication answered null");
        } catch (Throwable failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private void failed(Throwable failure) {
        Throwable cause = failure.getCause();
        socket.failed(
                Kind.LISTENER,
                "The re-authentication of " + socket,
                failure instanceof CompletionException && cause != null ? cause : failure);
    }

    private void conclude(int begun, @Nullable Instant until) {
        if (!isNow(begun)) {
            return;
        }
        if (until != null && until.isAfter(Instant.now())) {
            at(until);
        } else {
            socket.expire();
        }
    }
}
