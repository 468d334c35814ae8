package org.sockeye.spi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An event on its way to clients, as data that can be sent elsewhere and made again. Immutable; nobody changes the arrays.
 *
 * @param namespace the namespace, with its leading slash
 * @param data the elements of the event's array as JSON texts: first the name, then the arguments, in which an attachment is
 *     {@code {"_placeholder":true,"num":0}}
 * @param attachments the binary parts that the placeholders number
 * @param id the acknowledgement that is asked for, if one is
 * @param offset what a client that can come back names to say how far it has read, if the event is kept for those that do. It is not among the data:
 *     clients that can come back are sent it as a further argument, others are not
 */
public record EventPacket(
        String namespace, List<String> data, List<byte[]> attachments, OptionalLong id, Optional<String> offset) {

    /** Keeps copies of the lists. */
    public EventPacket {
        data = List.copyOf(data);
        attachments = List.copyOf(attachments);
    }

    /** An event that is kept for nobody, so far. */
    public EventPacket(String namespace, List<String> data, List<byte[]> attachments, OptionalLong id) {
        this(namespace, data, attachments, id, Optional.empty());
    }

    /** The same event, kept under this offset. */
    public EventPacket at(String keptUnder) {
        return new EventPacket(namespace, data, attachments, id, Optional.of(keptUnder));
    }
}
