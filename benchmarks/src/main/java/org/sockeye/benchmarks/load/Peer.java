package org.sockeye.benchmarks.load;

import java.util.function.Consumer;

/** One client of the server, ready once it has connected. Text that it sends and is given are Socket.IO packets. */
public abstract class Peer {

    /** Set before the event loop runs. */
    private Consumer<String> onPacket = packet -> {
        throw new IllegalStateException("Nobody expects " + packet);
    };

    /** Only used by the event loop's thread. */
    private boolean ready;

    public final boolean isReady() {
        return ready;
    }

    /** Whom to give packets to. */
    public final void onPacket(Consumer<String> consumer) {
        onPacket = consumer;
    }

    public abstract void send(String packet);

    /** An Engine.IO packet has come. */
    final void received(String packet) {
        if (packet.startsWith("4") && ready) {
            onPacket.accept(packet);
        } else if (packet.startsWith("40{")) {
            ready = true;
        } else if (packet.equals("2")) {
            send("3");
        } else {
            throw new IllegalStateException("Unexpected packet: " + packet);
        }
    }

    /** The sid in an open packet. */
    static String sid(String open) {
        String before = "0{\"sid\":\"";
        if (!open.startsWith(before)) {
            throw new IllegalStateException("Expected an open packet, not " + open);
        }
        return open.substring(before.length(), open.indexOf('"', before.length()));
    }
}
