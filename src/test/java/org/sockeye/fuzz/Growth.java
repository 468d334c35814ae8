package org.sockeye.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Whether work grows like its input. */
public final class Growth {

    private static final int SMALL = 60_000;
    private static final int TIMES = 8;

    /** Work that grows with the square would take {@link #TIMES} times as long as this allows, before the slack. */
    private static final int TOLERANCE = 4;

    private static final long SLACK_NANOS = 100_000_000;

    private Growth() {}

    /** Fails if eight times the input takes much more than eight times as long; the best of some runs counts. */
    public static <T> void assertLinear(IntFunction<T> inputOfSize, Consumer<T> work) {
        long small = best(inputOfSize.apply(SMALL), work);
        long large = best(inputOfSize.apply(SMALL * TIMES), work);
        assertThat(large)
                .as("nanoseconds for an input %s times as large as one that takes %s", TIMES, small)
                .isLessThan(small * TIMES * TOLERANCE + SLACK_NANOS);
    }

    private static <T> long best(T input, Consumer<T> work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long start = System.nanoTime();
            work.accept(input);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
