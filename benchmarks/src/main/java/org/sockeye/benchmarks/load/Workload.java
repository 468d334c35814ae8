package org.sockeye.benchmarks.load;

import java.util.List;

/** What the peers do, and what of it is counted. Every packet that comes is compared with the one that must come. */
public abstract class Workload {

    final List<Peer> peers;
    private final String padding;

    /** Only used by the event loop's thread, as the others. */
    private Latencies latencies = new Latencies();

    private boolean stopped;

    /**
     * A workload that has not started.
     *
     * @param size of the text in a message, in characters
     */
    Workload(List<Peer> peers, int size) {
        this.peers = peers;
        this.padding = "-".repeat(size);
        peers.forEach(peer -> peer.onPacket(packet -> received(peer, packet)));
    }

    public abstract void start();

    /** Whether everything that was sent has come. */
    public abstract boolean isIdle();

    abstract void received(Peer peer, String packet);

    /** Sends nothing more; what is under way still comes. */
    public void stop() {
        stopped = true;
    }

    /** Whether anything was counted since the last time. */
    public boolean hasCounted() {
        return latencies.count() > 0;
    }

    /** What was counted since the last time, and begins to count anew. */
    public Latencies takeLatencies() {
        Latencies taken = latencies;
        latencies = new Latencies();
        return taken;
    }

    final boolean isStopped() {
        return stopped;
    }

    final void count(long sentAt) {
        latencies.add(System.nanoTime() - sentAt);
    }

    /** A packet of the right length that no other number has. */
    final String packet(String event, String number) {
        return "42[\"" + event + "\",\"" + number + padding.substring(Math.min(padding.length(), number.length()))
                + "\"]";
    }

    static void check(String expected, String packet) {
        if (!packet.equals(expected)) {
            throw new IllegalStateException("Expected " + expected + ", not " + packet);
        }
    }
}
