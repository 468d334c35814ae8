package org.sockeye.benchmarks.load;

/** How long messages took, to a hundredth of a millisecond. What took longer than a second counts as one. */
public final class Latencies {

    private static final int NANOS_PER_SLOT = 10_000;

    private final int[] counts = new int[100_000];
    private int count;

    void add(long nanos) {
        counts[(int) Math.min(nanos / NANOS_PER_SLOT, counts.length - 1)]++;
        count++;
    }

    public int count() {
        return count;
    }

    /** What this part of the messages did not exceed, in milliseconds; NaN if there were none. */
    public double millis(double part) {
        long below = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            below += counts[slot];
            if (below >= part * count && count > 0) {
                return (slot + 1) / 100.0;
            }
        }
        return Double.NaN;
    }
}
