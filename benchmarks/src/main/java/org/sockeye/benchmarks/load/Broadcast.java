package org.sockeye.benchmarks.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One peer says something to everyone, itself included, and the next thing when everyone has heard it. */
public final class Broadcast extends Workload {

    private final Set<Peer> missing = new HashSet<>();

    /** Only used by the event loop's thread, as the others. */
    private int number;

    private long sentAt;
    private String expected = "nothing";

    public Broadcast(List<Peer> peers, int size) {
        super(peers, size);
    }

    @Override
    public void start() {
        next();
    }

    private void next() {
        String name = ++number + ":";
        missing.addAll(peers);
        expected = packet("said", name);
        sentAt = System.nanoTime();
        peers.get(0).send(packet("say", name));
    }

    @Override
    void received(Peer peer, String packet) {
        check(expected, packet);
        if (!missing.remove(peer)) {
            throw new IllegalStateException("Came twice: " + packet);
        }
        count(sentAt);
        if (missing.isEmpty() && !isStopped()) {
            next();
        }
    }

    @Override
    public boolean isIdle() {
        return missing.isEmpty();
    }
}
