package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.sockeye.conformance.Peer;
import org.sockeye.harness.EngineClient;

/**
 * A client of Socket.IO that says and hears packets as the protocol writes them, {@code 2["hello"]}, so that a test reads like the exchange.
 *
 * <p>It reads when it is asked for what came, and not before: a client that polls has no request under way meanwhile.
 */
final class SocketClient {

    private static final AtomicInteger FENCES = new AtomicInteger();

    private final Peer peer;

    /** The id of the socket that was connected last; confined to the test's thread. */
    private String id = "";
    /** The namespace that was connected last; confined to the test's thread. */
    private String namespace = "/";

    SocketClient(Peer peer) {
        this.peer = peer;
    }

    /** Enters a namespace, and fails if it is refused. */
    SocketClient connect(String namespace) {
        return connect(namespace, "");
    }

    /** Enters a namespace with {@code auth}, a JSON object. */
    SocketClient connect(String name, String auth) {
        String header = name.equals("/") ? "0" : "0" + name + ",";
        namespace = name;
        send(header + auth);
        String answer = next();
        assertThat(answer).startsWith(header + "{\"sid\":");
        id = EngineClient.sidOf(answer);
        return this;
    }

    /** The id of the socket that was connected last. */
    String id() {
        return id;
    }

    /** The namespace that was connected last. */
    String namespace() {
        return namespace;
    }

    /** The id of the session. */
    String sid() {
        return EngineClient.sidOf(peer.opening());
    }

    /** Sends Socket.IO packets; of an attachment the bytes in hexadecimal, after {@code 0x}. */
    SocketClient send(String... packets) {
        String[] messages = new String[packets.length];
        for (int i = 0; i < packets.length; i++) {
            messages[i] = packets[i].startsWith("0x") ? packets[i] : "4" + packets[i];
        }
        peer.send(messages);
        return this;
    }

    /** The next Socket.IO packet, or attachment, in hexadecimal. */
    String next() {
        String packet = peer.next();
        while (packet.equals("2")) {
            peer.send("3");
            packet = peer.next();
        }
        return packet.startsWith("0x") ? packet : packet.substring(1);
    }

    /** The next packets. */
    List<String> next(int count) {
        List<String> packets = new ArrayList<>();
        while (packets.size() < count) {
            packets.add(next());
        }
        return packets;
    }

    /** Everything that the server has sent until now and that was not taken yet. */
    List<String> heard() {
        String fence = "/fence-" + FENCES.incrementAndGet() + ",";
        send("0" + fence);
        List<String> packets = new ArrayList<>();
        String packet = next();
        while (!packet.startsWith("4" + fence)) {
            packets.add(packet);
            packet = next();
        }
        return packets;
    }

    /** Closes the connection as a client does that closes. */
    void close() {
        peer.send("1");
    }

    /** Waits for the server to have closed the connection. */
    void awaitEnd() {
        peer.awaitEnd();
    }
}
