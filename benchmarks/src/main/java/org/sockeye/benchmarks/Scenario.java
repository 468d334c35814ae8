package org.sockeye.benchmarks;

import java.util.List;
import java.util.function.BiFunction;
import org.sockeye.benchmarks.load.Broadcast;
import org.sockeye.benchmarks.load.Echo;
import org.sockeye.benchmarks.load.Peer;
import org.sockeye.benchmarks.load.Way;
import org.sockeye.benchmarks.load.Workload;
import org.sockeye.benchmarks.server.Contender;

/** Something to measure. */
enum Scenario {
    ECHO_BY_WEBSOCKET("echo", Way.WEBSOCKET, Echo::new),
    ECHO_BY_POLLING("echo", Way.POLLING, Echo::new),
    BROADCAST_BY_WEBSOCKET("broadcast", Way.WEBSOCKET, Broadcast::new),
    BROADCAST_BY_POLLING("broadcast", Way.POLLING, Broadcast::new);

    private final String text;
    private final Way way;
    private final BiFunction<List<Peer>, Integer, Workload> workload;

    Scenario(String text, Way way, BiFunction<List<Peer>, Integer, Workload> workload) {
        this.text = text;
        this.way = way;
        this.workload = workload;
    }

    Way way() {
        return way;
    }

    /** Whether the contender does anything else here than another one. */
    boolean concerns(Contender contender) {
        return way == Way.WEBSOCKET || contender != Contender.BARE_ASYNC;
    }

    Workload workload(List<Peer> peers, int size) {
        return workload.apply(peers, size);
    }

    @Override
    public String toString() {
        return text + ", " + way;
    }
}
