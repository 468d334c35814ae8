package org.sockeye.internal.core;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many sockets and candidates are in a namespace that goes when the last one has gone. Whoever enters and the last who leaves decide by one number
 * which of them came first: a namespace that was found empty lets nobody in any more, and whoever comes then has it made anew.
 */
final class Occupancy {

    private static final int OVER = -1;

    private final AtomicInteger count = new AtomicInteger();

    /** One more; answers false when it is over. */
    boolean enter() {
        return count.updateAndGet(some -> some == OVER ? OVER : some + 1) != OVER;
    }

    /** One less; answers whether it is over by that. */
    boolean leave() {
        return count.decrementAndGet() == 0 && count.compareAndSet(0, OVER);
    }

    boolean isOver() {
        return count.get() == OVER;
    }
}
