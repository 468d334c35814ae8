package org.sockeye.benchmarks;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param scenarios those whose names contain this
 * @param rounds of each contender in each scenario, each in a process of its own
 * @param warmUp that is not counted, in each round
 * @param measured time of each round
 * @param peers clients of the server
 * @param size of the text in a message, in characters
 */
record Options(String scenarios, int rounds, Duration warmUp, Duration measured, int peers, int size) {

    /** From system properties of the same names, and {@code smoke} for a moment of everything. */
    static Options read() {
        String scenarios = System.getProperty("scenarios", "");
        if (isSmoke()) {
            return new Options(scenarios, 1, Duration.ofMillis(200), Duration.ofMillis(500), 5, 32);
        }
        return new Options(
                scenarios,
                Integer.getInteger("rounds", 5),
                Duration.ofSeconds(Integer.getInteger("warmUp", 5)),
                Duration.ofSeconds(Integer.getInteger("measured", 5)),
                Integer.getInteger("peers", 100),
                Integer.getInteger("size", 32));
    }

    /** Whether it only has to run: so short that nothing it measures means anything. */
    static boolean isSmoke() {
        return Boolean.getBoolean("smoke");
    }
}
