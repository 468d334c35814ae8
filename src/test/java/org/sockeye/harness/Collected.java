package org.sockeye.harness;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the garbage collector takes something. */
public final class Collected {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final long ATTEMPT_MILLIS = 50;

    private Collected() {}

    /**
     * Waits until nothing holds what was made: a thread that ends may do so for a moment longer than its work.
     *
     * @param made called once; the caller keeps nothing of what it answers
     */
    public static <T> boolean soon(Supplier<T> made) {
        ReferenceQueue<T> queue = new ReferenceQueue<>();
        WeakReference<T> reference = new WeakReference<>(made.get(), queue);
        long end = System.nanoTime() + DEADLINE.toNanos();
        boolean collected = isCollected(queue);
        while (!collected && System.nanoTime() - end < 0) {
            collected = isCollected(queue);
        }
        return reference.refersTo(null);
    }

    private static boolean isCollected(ReferenceQueue<?> queue) {
        System.gc();
        try {
            @Nullable Object collected = queue.remove(ATTEMPT_MILLIS);
            return collected != null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
