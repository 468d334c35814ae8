package org.sockeye.internal.protocol;

import org.jspecify.annotations.Nullable;

/** Puts the packets of one client together from its messages. After a refusal it takes nothing more. */
public interface PacketDecoder {

    /**
     * Takes a text message.
     *
     * @return the packet, or {@code null} when its attachments have yet to come: see {@link #awaited}
     */
    @Nullable
    SocketPacket add(String text) throws MalformedPacketException;

    /**
     * Takes a binary message, which belongs to the packet from now on.
     *
     * @return the packet, if this was the last of its attachments
     */
    @Nullable
    SocketPacket add(byte[] data) throws MalformedPacketException;

    /** The namespace of the packet whose attachments have yet to come; {@code null} when there is none. */
    @Nullable
    String awaited();

    /** Lets go of what has come, and takes nothing more. By any thread. */
    void close();
}
