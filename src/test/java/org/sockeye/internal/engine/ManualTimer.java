package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Time that stands still until a test advances it. Tasks run on the thread that advances, at their moment and in their order. */
public final class ManualTimer implements Timer {

    /** Guarded by this. Sorted by deadline, then by order of scheduling. */
    private final List<Entry> entries = new ArrayList<>();

    /** Guarded by this. */
    private long now = 1_000_000_000L;

    private final AtomicInteger scheduled = new AtomicInteger();

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized Task schedule(Duration delay, Runnable task) {
        Entry entry = new Entry(now + delay.toNanos(), task);
        int place = entries.size();
        while (place > 0 && entries.get(place - 1).deadline > entry.deadline) {
            place--;
        }
        entries.add(place, entry);
        scheduled.incrementAndGet();
        return () -> forget(entry);
    }

    /** Lets time pass, and runs what becomes due on the way, what such tasks schedule included. */
    public void advance(Duration duration) {
        long end = nanoTime() + duration.toNanos();
        Entry due;
        while ((due = nextDue(end)) != null) {
            due.task.run();
        }
        moveTo(end);
    }

    /** How many tasks wait. */
    public synchronized int pending() {
        return entries.size();
    }

    /** How many tasks have been scheduled so far. */
    public int scheduled() {
        return scheduled.get();
    }

    private synchronized void forget(Entry entry) {
        entries.remove(entry);
    }

    private synchronized void moveTo(long moment) {
        now = Math.max(now, moment);
    }

    private synchronized @Nullable Entry nextDue(long end) {
        if (entries.isEmpty() || entries.get(0).deadline > end) {
            return null;
        }
        Entry due = entries.remove(0);
        moveTo(due.deadline);
        return due;
    }

    private static final class Entry {
        private final long deadline;
        private final Runnable task;

        Entry(long deadline, Runnable task) {
            this.deadline = deadline;
            this.task = task;
        }
    }
}
