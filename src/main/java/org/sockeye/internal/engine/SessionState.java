package org.sockeye.internal.engine;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * The state of a session. Methods are events, and answer whether the event won: whoever won does what follows from it, once.
 *
 * <p>The phase goes {@code POLLING -> UPGRADING -> UPGRADED}, back from {@code UPGRADING} to {@code POLLING} when the upgrade fails,
 * and from any of them to {@code CLOSED}. A session that a WebSocket opened begins as {@code UPGRADED}. Two things are true beside the phase:
 * that the server is closing in an orderly way, and that a POST is being read. All of it changes in one step, so that a POST
 * and a finished upgrade never both become the reader of the session's packets.
 */
final class SessionState {

    enum Phase {
        POLLING,
        UPGRADING,
        UPGRADED,
        CLOSED
    }

    private record Snapshot(Phase phase, boolean closing, boolean posting) {
        Snapshot in(Phase next) {
            return new Snapshot(next, closing, posting);
        }

        Snapshot withPosting(boolean next) {
            return new Snapshot(phase, closing, next);
        }

        /** Instead of equals, by which JDK 17 remembers the last record class that used it, and so keeps an undeployed application alive. */
        boolean is(Snapshot other) {
            return phase == other.phase && closing == other.closing && posting == other.posting;
        }

        boolean polls() {
            return phase == Phase.POLLING || phase == Phase.UPGRADING;
        }
    }

    private final AtomicReference<Snapshot> current;

    SessionState(Phase first) {
        current = new AtomicReference<>(new Snapshot(first, false, false));
    }

    /** A WebSocket asks to take over. */
    boolean onCandidate() {
        return move(s -> s.phase == Phase.POLLING ? s.in(Phase.UPGRADING) : s);
    }

    /** The WebSocket that asked to take over is gone, late, or misbehaved. */
    boolean onUpgradeAbandoned() {
        return move(s -> s.phase == Phase.UPGRADING ? s.in(Phase.POLLING) : s);
    }

    /** The WebSocket takes over. Loses while a POST is being read, whose packets come first. */
    boolean onUpgrade() {
        return move(s -> s.phase == Phase.UPGRADING && !s.posting ? s.in(Phase.UPGRADED) : s);
    }

    /** A POST begins. */
    boolean onPost() {
        return move(s -> s.polls() && !s.posting ? s.withPosting(true) : s);
    }

    /** The POST has been read, or never will be. */
    boolean onPostEnd() {
        return move(s -> s.posting ? s.withPosting(false) : s);
    }

    /** The server wants to close once everything has been written. */
    boolean onClosing() {
        return move(s -> s.closing || s.phase == Phase.CLOSED ? s : new Snapshot(s.phase, true, s.posting));
    }

    /** The session is over. */
    boolean onClose() {
        return move(s -> s.phase == Phase.CLOSED ? s : s.in(Phase.CLOSED));
    }

    /** Whether packets are sent and taken. */
    boolean isOpen() {
        Snapshot s = now();
        return s.phase != Phase.CLOSED && !s.closing;
    }

    boolean isClosed() {
        return now().phase == Phase.CLOSED;
    }

    /** Whether long-polling carries the packets. */
    boolean isPolling() {
        return now().polls();
    }

    /** Whether a WebSocket carries the packets. */
    boolean isUpgraded() {
        return now().phase == Phase.UPGRADED;
    }

    /** Whether long-polling carries the packets, and a WebSocket asks to take over. */
    boolean isUpgrading() {
        return now().phase == Phase.UPGRADING;
    }

    private Snapshot now() {
        return Objects.requireNonNull(current.get());
    }

    private boolean move(UnaryOperator<Snapshot> event) {
        Snapshot before;
        Snapshot after;
        do {
            before = now();
            after = event.apply(before);
            if (after.is(before)) {
                return false;
            }
        } while (!current.compareAndSet(before, after));
        return true;
    }
}
