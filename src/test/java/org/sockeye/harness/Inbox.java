package org.sockeye.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What listeners were told, in order, to be taken by the test. Any thread may add. */
public final class Inbox<T> {

    private static final long DEADLINE_SECONDS = 10;

    private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();

    public void add(T item) {
        waiting.add(item);
    }

    /** Takes the next one, waiting for it if need be. */
    public T next() {
        try {
            @Nullable T item = waiting.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            if (item == null) {
                throw new AssertionError("nothing came in time");
            }
            return item;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Takes the next ones. */
    public List<T> next(int count) {
        List<T> items = new ArrayList<>();
        while (items.size() < count) {
            items.add(next());
        }
        return items;
    }

    /** Whether nothing is left that was not taken. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }
}
