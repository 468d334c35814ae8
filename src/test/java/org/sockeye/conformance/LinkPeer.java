package org.sockeye.conformance;

import java.util.ArrayDeque;
import java.util.Queue;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.EngineClient.Link;

/** A client with a WebSocket, that opened the session by it or took it over from long-polling. */
final class LinkPeer implements Peer {

    private final Link link;
    private final String opening;
    /** What stands before the bytes of a binary message, in hexadecimal. */
    private final String prefix;
    /** What came by long-polling before the upgrade. */
    private final Queue<String> earlier = new ArrayDeque<>();

    private LinkPeer(Link link, String opening, String prefix) {
        this.link = link;
        this.opening = opening;
        this.prefix = prefix;
    }

    /** Opens a session by a WebSocket. */
    static LinkPeer open(EngineClient client, int revision) {
        Link link = client.webSocket("EIO=" + revision + "&transport=websocket");
        return new LinkPeer(link, link.next(), prefix(revision));
    }

    /** Opens a session by long-polling and completes an upgrade, the probe answered and the last GET ended. */
    static LinkPeer upgrade(EngineClient client, int revision, Payloads payloads) {
        return upgrade(client, revision, new PollingPeer(client, payloads));
    }

    /** Takes over the session of a client that polls; what it has not taken yet is taken here. */
    static LinkPeer upgrade(EngineClient client, int revision, PollingPeer polling) {
        Link link = client.webSocket("EIO=" + revision + "&transport=websocket&sid=" + polling.sid());
        String probed = link.send("2probe").next();
        LinkPeer peer = new LinkPeer(link, polling.opening(), prefix(revision));
        String last = polling.next();
        while (last.startsWith("4")) { // came before the probe
            peer.earlier.add(last);
            last = polling.next();
        }
        if (last.equals("2")) { // a heartbeat came first, and ended the GET as well
            polling.send("3");
            last = "6";
        }
        if (!probed.equals("3probe") || !last.equals("6")) {
            throw new AssertionError("the probe was answered " + probed + ", and the GET " + last);
        }
        link.send("5");
        return peer;
    }

    private static String prefix(int revision) {
        return revision == 3 ? "04" : "";
    }

    @Override
    public String opening() {
        return opening;
    }

    @Override
    public void send(String... packets) {
        for (String packet : packets) {
            if (Hex.is(packet)) {
                link.send(Hex.bytes("0x" + prefix + packet.substring(2)));
            } else {
                link.send(packet);
            }
        }
    }

    @Override
    public void sendMalformed() {
        link.send("abc");
    }

    @Override
    public String next() {
        if (!earlier.isEmpty()) {
            return earlier.remove();
        }
        String message = link.next();
        return Hex.is(message) ? "0x" + message.substring(2 + prefix.length()) : message;
    }

    @Override
    public void awaitEnd() {
        link.closeCode();
    }
}
