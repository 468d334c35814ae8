package org.sockeye.conformance;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.EngineClient.Link;

/** A client that begins to poll and goes over to a WebSocket when it is told to, as the stock client does: in the middle of what is sent. */
final class Crossing implements Peer {

    private final EngineClient client;
    private final Payloads payloads = new PayloadsOfRevision4();
    private final PollingPeer polling;
    private final Queue<String> received = new ArrayDeque<>();
    /** Set when the WebSocket carries the session; confined to the test's thread. */
    private @Nullable Link link;

    Crossing(EngineClient client) {
        this.client = client;
        this.polling = new PollingPeer(client, payloads);
    }

    /** Goes over to a WebSocket: probes beside a GET that waits, takes what that one still brings, and says so. */
    void cross(Runnable whenProbed) {
        CompletableFuture<List<String>> last =
                client.exchangeLater(payloads.request(client, polling.sid())).thenApply(payloads::read);
        Link candidate = client.webSocket("EIO=4&transport=websocket&sid=" + polling.sid());
        if (!candidate.send("2probe").next().equals("3probe")) {
            throw new AssertionError("the probe was not answered");
        }
        whenProbed.run();
        received.addAll(polling.rest());
        received.addAll(EngineClient.get(last));
        link = candidate.send("5");
    }

    @Override
    public String opening() {
        return polling.opening();
    }

    @Override
    public void send(String... packets) {
        Link crossed = link;
        if (crossed == null) {
            polling.send(packets);
        } else {
            for (String packet : packets) {
                crossed.send(packet);
            }
        }
    }

    @Override
    public void sendMalformed() {
        send("abc");
    }

    @Override
    public String next() {
        Link crossed = link;
        if (crossed == null) {
            return polling.next();
        }
        return received.isEmpty() ? crossed.next() : received.remove();
    }

    @Override
    public void awaitEnd() {
        Link crossed = link;
        if (crossed == null) {
            polling.awaitEnd();
        } else {
            crossed.closeCode();
        }
    }
}
