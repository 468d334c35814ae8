package org.sockeye.internal.protocol;

import java.util.Optional;

/**
 * One revision of the Engine.IO protocol, as one client speaks it: frames for the packets that the engine itself sends, payloads of
 * long-polling, and the decoding of what the client sends. Stateless; safe for any number of threads.
 */
public interface EngineCodec {

    /**
     * Revision 4.
     *
     * @param maxPackets the most packets of one payload that are read
     * @param base64 whether the client takes no bytes where they could stand as they are
     */
    static EngineCodec revision4(int maxPackets, boolean base64) {
        return new EngineCodecV4(maxPackets, base64);
    }

    /** Revision 3, with the parameters of {@link #revision4}. */
    static EngineCodec revision3(int maxPackets, boolean base64) {
        return new EngineCodecV3(maxPackets, base64);
    }

    /** The revision, as in the {@code EIO} query parameter. */
    int revision();

    /** The packet that opens a session. */
    Frame open(String json);

    /** The packet that tells a long-polling client that the session is over. */
    Frame close();

    /** A heartbeat. */
    Frame ping();

    /** The answer to a heartbeat. */
    Frame pong();

    /** The answer to a probe. */
    Frame probed();

    /** A packet that does nothing but end a GET. */
    Frame noop();

    /** The form that a frame has as a message of a WebSocket. */
    Frame inWebSocket(Frame frame);

    /** How packets stand together in the bodies of long-polling. */
    PayloadCodec payloads();

    /** Reads a text packet; empty when it is none. */
    Optional<EnginePacket> decode(String packet);

    /** Reads a binary frame of a WebSocket; empty when it is no packet. */
    Optional<EnginePacket> decode(byte[] frame);
}
