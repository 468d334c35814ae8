package org.sockeye.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sockeye.benchmarks.load.EventLoop;
import org.sockeye.benchmarks.load.Latencies;
import org.sockeye.benchmarks.load.Peer;
import org.sockeye.benchmarks.load.Workload;
import org.sockeye.benchmarks.server.Contender;

/**
 * What was measured in one round.
 *
 * @param perCpuSecond messages delivered for each second that the server's process used of a processor
 * @param perSecond messages delivered in a second
 * @param median milliseconds from sending to delivery
 * @param p99 milliseconds that 99 % of the deliveries did not exceed
 */
record Round(double perCpuSecond, double perSecond, double median, double p99) {

    /** Fails when anything but what must come has come, or something is missing. */
    static Round run(Scenario scenario, Contender contender, Options options) throws IOException {
        try (ServerProcess server = ServerProcess.start(contender);
                EventLoop loop = new EventLoop()) {
            Workload workload = scenario.workload(connect(scenario, contender, options, loop, server), options.size());
            workload.start();
            loop.runFor(options.warmUp());
            Round round = measure(workload, loop, server, options.measured());
            workload.stop();
            loop.runUntil(workload::isIdle, "what was sent last");
            loop.runFor(Duration.ofMillis(50)); // whatever comes now came twice
            return round;
        }
    }

    private static List<Peer> connect(
            Scenario scenario, Contender contender, Options options, EventLoop loop, ServerProcess server) {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < options.peers(); i++) {
            peers.add(scenario.way().connect(contender, loop, server.port()));
        }
        loop.runUntil(() -> peers.stream().allMatch(Peer::isReady), "every client's connection");
        return peers;
    }

    private static Round measure(Workload workload, EventLoop loop, ServerProcess server, Duration time) {
        workload.takeLatencies();
        Duration cpu = server.cpu();
        long start = System.nanoTime();
        loop.runFor(time);
        loop.runUntil(workload::hasCounted, "the first message that is counted");
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = server.cpu().minus(cpu).toNanos() / 1e9;
        Latencies latencies = workload.takeLatencies();
        return new Round(
                latencies.count() / cpuSeconds,
                latencies.count() / seconds,
                latencies.millis(0.5),
                latencies.millis(0.99));
    }
}
