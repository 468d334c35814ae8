package org.sockeye.internal.protocol;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One revision of the Engine.IO protocol: frames for the packets that the engine itself sends, payloads of long-polling, and the
 * decoding of what clients send. Stateless; safe for any number of threads.
 */
public interface EngineCodec {

    /**
     * Revision 4.
     *
     * @param maxPackets the most packets of one payload that are read
     */
    static EngineCodec revision4(int maxPackets) {
        return new EngineCodecV4(maxPackets);
    }

    /** The revision, as in the {@code EIO} query parameter. */
    int revision();

    /** The packet that opens a session. */
    Frame open(String json);

    /** The packet that tells a long-polling client that the session is over. */
    Frame close();

    /** A heartbeat. */
    Frame ping();

    /** The answer to a probe. */
    Frame probed();

    /** A packet that does nothing but end a GET. */
    Frame noop();

    /** The content of a binary WebSocket frame. Nobody changes the array. */
    byte[] binaryFrame(Frame.Binary frame);

    /** How many bytes a frame takes in a payload, a separator included. */
    int sizeInPayload(Frame frame);

    /** The body of a long-polling answer. */
    String encodePayload(List<Frame> frames);

    /**
     * Reads the body of a POST, and hands over one packet after the other until one is refused.
     *
     * @param sink answers whether it wants more
     * @return whether the whole body was read: no packet was malformed, too many, or refused
     */
    boolean decodePayload(String payload, Predicate<EnginePacket> sink);

    /** Reads a text packet; empty when it is none. */
    Optional<EnginePacket> decode(String packet);

    /** Reads a binary frame of a WebSocket; empty when it is no packet. */
    Optional<EnginePacket> decode(byte[] frame);
}
