package org.sockeye.spi;

import java.util.List;
import java.util.OptionalLong;

/**
 * A Socket.IO packet as data: what a {@link PacketParser} writes and reads. Immutable; nobody changes the arrays.
 *
 * @param namespace the namespace, with its leading slash
 * @param id the acknowledgement that an event asks for or that an {@code ACK} answers
 * @param data well-formed JSON texts, in which an attachment is {@code {"_placeholder":true,"num":0}}. Of an {@code EVENT} its name, a JSON
 *     string or number, and its arguments; of an {@code ACK} its arguments; of a {@code CONNECT} nothing or one object; of a
 *     {@code CONNECT_ERROR} one object or string; of a {@code DISCONNECT} nothing
 * @param attachments the binary parts that the placeholders number
 */
public record Packet(Type type, String namespace, OptionalLong id, List<String> data, List<byte[]> attachments) {

    /** The kinds of packets. Whether there are attachments makes no other kind. */
    public enum Type {
        /** Enters a namespace; from the server, says that the client has entered. */
        CONNECT,
        /** Leaves a namespace. */
        DISCONNECT,
        /** An event. */
        EVENT,
        /** The answer to an event. */
        ACK,
        /** Refuses a {@link #CONNECT}. */
        CONNECT_ERROR
    }

    /** Copies the lists. */
    public Packet {
        data = List.copyOf(data);
        attachments = List.copyOf(attachments);
    }
}
