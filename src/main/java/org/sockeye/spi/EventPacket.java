package org.sockeye.spi;

import java.util.List;
import java.util.OptionalLong;

/**
 * An event on its way to clients, as data that can be sent elsewhere and made again. Immutable; nobody changes the arrays.
 *
 * @param namespace the namespace, with its leading slash
 * @param data the elements of the event's array as JSON texts: first the name, then the arguments, in which an attachment is
 *     {@code {"_placeholder":true,"num":0}}
 * @param attachments the binary parts that the placeholders number
 * @param id the acknowledgement that is asked for, if one is
 */
public record EventPacket(String namespace, List<String> data, List<byte[]> attachments, OptionalLong id) {

    /** Keeps copies of the lists. */
    public EventPacket {
        data = List.copyOf(data);
        attachments = List.copyOf(attachments);
    }
}
