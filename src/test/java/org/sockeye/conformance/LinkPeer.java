package org.sockeye.conformance;

import org.sockeye.harness.EngineClient;
import org.sockeye.harness.EngineClient.Link;

/** A client with a WebSocket, that opened the session by it or took it over from long-polling. */
final class LinkPeer implements Peer {

    private final Link link;
    private final String opening;
    /** What stands before the bytes of a binary message, in hexadecimal. */
    private final String prefix;

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
        PollingPeer polling = new PollingPeer(client, payloads);
        Link link = client.webSocket("EIO=" + revision + "&transport=websocket&sid=" + polling.sid());
        String probed = link.send("2probe").next();
        String last = polling.next();
        if (last.equals("2")) { // a heartbeat came first, and ended the GET as well
            polling.send("3");
            last = "6";
        }
        if (!probed.equals("3probe") || !last.equals("6")) {
            throw new AssertionError("the probe was answered " + probed + ", and the GET " + last);
        }
        return new LinkPeer(link.send("5"), polling.opening(), prefix(revision));
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
        String message = link.next();
        return Hex.is(message) ? "0x" + message.substring(2 + prefix.length()) : message;
    }

    @Override
    public void awaitEnd() {
        link.closeCode();
    }
}
