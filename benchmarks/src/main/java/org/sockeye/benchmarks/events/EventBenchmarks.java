package org.sockeye.benchmarks.events;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures {@link EventBenchmark}. With {@code -Dsmoke=true} for a moment only, to see that it works. */
public final class EventBenchmarks {

    private EventBenchmarks() {}

    public static void main(String[] arguments) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(EventBenchmark.class.getSimpleName())
                .shouldFailOnError(true);
        if (Boolean.getBoolean("smoke")) {
            System.out.println("A smoke test, to see that everything runs: the numbers below mean nothing.");
            TimeValue moment = TimeValue.milliseconds(50);
            options.warmupIterations(0).measurementIterations(1).measurementTime(moment);
        }
        new Runner(options.build()).run();
    }
}
