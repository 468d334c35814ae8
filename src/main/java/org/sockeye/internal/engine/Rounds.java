package org.sockeye.internal.engine;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work of which one thread at a time does all there is. Whoever has made something to do signals: the first does the work, and goes round again until
 * nobody signalled meanwhile; the others leave it to that thread, and wait for nothing. What was made before a signal is seen by the round that comes
 * after it.
 */
final class Rounds {

    private final AtomicInteger signals = new AtomicInteger();
    private final Runnable round;

    /** With the work, which throws nothing: nobody would do it again. */
    Rounds(Runnable round) {
        this.round = round;
    }

    /** Answers whether this thread went round; {@code false} when another one does. */
    boolean signal() {
        if (signals.getAndIncrement() > 0) {
            return false;
        }
        int seen = 1;
        do {
            round.run();
        } while ((seen = signals.addAndGet(-seen)) > 0);
        return true;
    }
}
