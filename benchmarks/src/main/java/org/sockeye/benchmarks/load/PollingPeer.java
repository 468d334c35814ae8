package org.sockeye.benchmarks.load;

import java.util.ArrayDeque;
import java.util.Queue;

/** A client by long-polling: one connection for GETs, of which one always waits, and one for POSTs. */
final class PollingPeer extends Peer {

    private final HttpWire gets;
    private final HttpWire posts;
    private final Queue<String> unsent = new ArrayDeque<>();

    /** Only used by the event loop's thread, as the next one. Null until the session is open. */
    private String path;

    private boolean posting;

    private PollingPeer(EventLoop loop, int port) {
        gets = new HttpWire(loop, port, this::polled);
        posts = new HttpWire(loop, port, this::posted);
    }

    static Peer socketIo(EventLoop loop, int port) {
        PollingPeer peer = new PollingPeer(loop, port);
        peer.gets.get("/socket.io/?EIO=4&transport=polling");
        return peer;
    }

    /** A client of the bare servlet, that tells clients apart by a name. */
    static Peer bare(EventLoop loop, int port) {
        PollingPeer peer = new PollingPeer(loop, port);
        peer.path = "/bare/polling?" + System.identityHashCode(peer) + "-" + System.nanoTime();
        peer.gets.get(peer.path);
        return peer;
    }

    private void polled(String payload) {
        if (path == null) {
            path = "/socket.io/?EIO=4&transport=polling&sid=" + sid(payload);
            gets.get(path);
            send("40");
            return;
        }
        gets.get(path);
        for (String packet : payload.split("\u001e", -1)) {
            received(packet);
        }
    }

    private void posted(String answer) {
        if (!answer.equals("ok")) {
            throw new IllegalStateException("Expected ok, not " + answer);
        }
        posting = false;
        String next = unsent.poll();
        if (next != null) {
            post(next);
        }
    }

    @Override
    public void send(String packet) {
        if (posting) {
            unsent.add(packet);
        } else {
            post(packet);
        }
    }

    private void post(String packet) {
        posting = true;
        posts.post(path, packet);
    }
}
