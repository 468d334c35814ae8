package org.sockeye.internal.protocol;

import java.util.List;
import java.util.function.Predicate;

/** How packets stand together in the bodies of long-polling. Stateless; safe for any number of threads. */
public interface PayloadCodec {

    /** How many bytes a frame takes in a payload, with what separates it from the next one. */
    int sizeOf(Frame frame);

    /** The body of a long-polling answer. */
    Payload encode(List<Frame> frames);

    /** Whether a body of this type may be read at all. */
    boolean accepts(String contentType);

    /**
     * Reads the body of a POST, and hands over one packet after the other until one is refused.
     *
     * @param sink answers whether it wants more
     * @return whether the whole body was read: no packet was malformed, too many, or refused
     */
    boolean decode(Payload body, Predicate<EnginePacket> sink);
}
