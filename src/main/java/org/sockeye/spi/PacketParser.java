package org.sockeye.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of packets on the wire: how a server, for all its clients, writes and reads them. The clients must have the same parser.
 *
 * <p>Found by {@link java.util.ServiceLoader} and chosen by the setting {@code parser}. Called by any thread, by several at once; the
 * {@link Decoder} of a client is called for one message after the other.
 */
public interface PacketParser {

    /** The name by which the setting {@code parser} chooses it. */
    String name();

    /**
     * The messages of a packet, to be sent with nothing between them. A broadcast is encoded once for all that it reaches.
     *
     * @throws org.sockeye.PayloadException if the packet has no form; whoever emitted it is given the exception
     */
    List<Message> encode(Packet packet);

    /** Makes the decoder of one client. */
    Decoder decoder(Limits limits);

    /**
     * What a packet of a client may cost, to be checked before memory is spent. A message itself is within the limits already.
     *
     * @param maxAttachments the most attachments of one packet
     * @param maxPayload the most bytes of all messages of one packet
     */
    record Limits(int maxAttachments, int maxPayload) {}

    /** Puts the packets of one client together from its messages. After a refusal it is used no more, and the client is closed. */
    interface Decoder {

        /**
         * Takes a text message.
         *
         * @return the packet, or {@code null} when more messages belong to it
         */
        @Nullable
        Packet add(String text) throws InvalidPacketException;

        /**
         * Takes a binary message, whose array belongs to the decoder from now on.
         *
         * @return the packet, or {@code null} when more messages belong to it
         */
        @Nullable
        Packet add(byte[] data) throws InvalidPacketException;

        /** The namespace of the packet of which a part has come, and {@code null} when none has: a client may not leave it at that. */
        default @Nullable String awaited() {
            return null;
        }

        /** Lets go of what has come. May be called by any thread, also while a message is taken. */
        default void close() {}
    }
}
