package org.sockeye.benchmarks.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every peer sends a message, and the next one when it came back. */
public final class Echo extends Workload {

    private final Map<Peer, Talk> talks = new HashMap<>();

    public Echo(List<Peer> peers, int size) {
        super(peers, size);
    }

    @Override
    public void start() {
        for (Peer peer : peers) {
            Talk talk = new Talk(peer, peers.indexOf(peer));
            talks.put(peer, talk);
            talk.next();
        }
    }

    @Override
    void received(Peer peer, String packet) {
        talks.get(peer).received(packet);
    }

    @Override
    public boolean isIdle() {
        return talks.values().stream().allMatch(talk -> talk.expected == null);
    }

    private final class Talk {

        private final Peer peer;
        private final int name;

        /** Only used by the event loop's thread, as the others. */
        private int number;

        private long sentAt;
        private String expected;

        Talk(Peer peer, int name) {
            this.peer = peer;
            this.name = name;
        }

        void next() {
            number++;
            expected = packet("echo", name + ":" + number + ":");
            sentAt = System.nanoTime();
            peer.send(expected);
        }

        void received(String packet) {
            check(expected, packet);
            count(sentAt);
            expected = null;
            if (!isStopped()) {
                next();
            }
        }
    }
}
