package org.sockeye.internal.engine;

import java.util.concurrent.atomic.AtomicInteger;

/** How many sessions there may be. Each takes a place before it is made, and gives it back once it cannot be found any more. */
final class Places {

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    Places(int most) {
        this.most = most;
    }

    boolean isFull() {
        return taken.get() >= most;
    }

    /** Takes a place; answers whether there was one. */
    boolean take() {
        boolean free = taken.incrementAndGet() <= most;
        if (!free) {
            giveBack();
        }
        return free;
    }

    void giveBack() {
        taken.decrementAndGet();
    }

    /** What a request is answered for which there is no place. */
    HandshakeRefusal refusal() {
        return HandshakeRefusal.named(HandshakeError.TOO_MANY_SESSIONS, HandshakeError.TOO_MANY_SESSIONS.name())
                .with("maxSessions", most);
    }
}
