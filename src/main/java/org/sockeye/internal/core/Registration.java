package org.sockeye.internal.core;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sockeye.EventListener;
import org.sockeye.SocketListener;

/** A listener of one event: as the application gave it, and as it is called. */
final class Registration {

    private final SocketListener given;
    private final EventListener call;
    /** Whether its only turn is over; {@code null} for a listener that always has one. */
    private final @Nullable AtomicBoolean spent;

    private Registration(SocketListener given, EventListener call, @Nullable AtomicBoolean spent) {
        this.given = Objects.requireNonNull(given, "listener");
        this.call = call;
        this.spent = spent;
    }

    /** A listener that is called for every event. */
    static Registration always(SocketListener given, EventListener call) {
        return new Registration(given, call, null);
    }

    /** A listener that is called for one event. */
    static Registration once(SocketListener given, EventListener call) {
        return new Registration(given, call, new AtomicBoolean());
    }

    SocketListener given() {
        return given;
    }

    EventListener call() {
        return call;
    }

    boolean isOnce() {
        return spent != null;
    }

    /** Takes the only turn; answers whether it was still there. */
    boolean takeTurn() {
        return spent == null || spent.compareAndSet(false, true);
    }
}
