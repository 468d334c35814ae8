package org.sockeye.benchmarks.events;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an event costs from the packet's text to the application's code, on the thread that brings it ({@code dispatch=container}): with a synchronous
 * observer that has the socket and the acknowledgement injected, and with a programmatic listener that does the same.
 *
 * <p>Single events are timed, so that the median says what an event costs even where other work takes the processor away now and then.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class EventBenchmark {

    private static final String OBSERVED = "20[\"observed\",\"hello\"]";
    private static final String HEARD = "20[\"heard\",\"hello\"]";

    /** The CDI implementation that calls the observer. */
    @Param
    Cdi cdi;

    private OneClient withBeans;
    private OneClient withoutBeans;
    private AutoCloseable container;

    @Setup
    public void start() {
        withoutBeans = OneClient.withoutBeans();
        container = cdi.start();
        withBeans = OneClient.ofApplication();
    }

    /** An observer, a request context included. */
    @Benchmark
    public Object observer() {
        withBeans.says(OBSERVED);
        return Received.last();
    }

    /** A listener beside beans, which has a request context, too. */
    @Benchmark
    public Object listenerWithRequestContext() {
        withBeans.says(HEARD);
        return Received.last();
    }

    /** A listener in an application without CDI. */
    @Benchmark
    public Object listener() {
        withoutBeans.says(HEARD);
        return Received.last();
    }

    @TearDown
    public void stop() throws Exception {
        container.close();
    }
}
