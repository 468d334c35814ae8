package org.sockeye.jitter;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import net.bytebuddy.asm.Advice;

/** What each method of the server does first. */
public final class Jitter {

    /** One call of so many dawdles. */
    private static final int ONE_OF = Integer.getInteger("jitter", Integer.MAX_VALUE);

    private static final long MOST = TimeUnit.MILLISECONDS.toNanos(Integer.getInteger("jitter.most", 60));

    private Jitter() {}

    @Advice.OnMethodEnter
    static void enter() {
        Jitter.dawdle();
    }

    /** A thread that was interrupted does not dawdle, and stays so. */
    public static void dawdle() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (random.nextInt(ONE_OF) == 0) {
            long end = System.nanoTime() + random.nextLong(MOST);
            long left = end - System.nanoTime();
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(left);
                left = end - System.nanoTime();
            }
        }
    }
}
