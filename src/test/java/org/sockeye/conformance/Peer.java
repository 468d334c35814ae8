package org.sockeye.conformance;

import org.sockeye.Transport;
import org.sockeye.harness.EngineClient;

/**
 * A client of a session, whatever carries it.
 *
 * <p>A packet with text is as the protocol has it, its type in front; a message with bytes is their hexadecimal digits after {@code 0x}.
 */
public interface Peer {

    /** A client that polls or has a WebSocket, of Engine.IO 4 or 3. */
    static Peer of(EngineClient client, Transport transport, int revision) {
        if (transport == Transport.WEBSOCKET) {
            return LinkPeer.open(client, revision);
        }
        return new PollingPeer(client, revision == 3 ? new PayloadsOfRevision3(false) : new PayloadsOfRevision4());
    }

    /** The packet with which the session was opened. */
    String opening();

    /** Sends packets, together where the transport has payloads, and fails if the server does not take them. */
    void send(String... packets);

    /** Sends something that is no packet. The server may refuse it. */
    void sendMalformed();

    /** The next packet of the server. */
    String next();

    /** Waits for the server to have closed the session. */
    void awaitEnd();
}
