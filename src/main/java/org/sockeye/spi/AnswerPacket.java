package org.sockeye.spi;

import java.util.List;

/**
 * What a client, or another server, answered to an event, as data that can be sent elsewhere. Immutable; nobody changes the arrays.
 *
 * @param data the arguments as JSON texts, in which an attachment is {@code {"_placeholder":true,"num":0}}; usually one
 * @param attachments the binary parts that the placeholders number
 */
public record AnswerPacket(List<String> data, List<byte[]> attachments) {
    /** Keeps copies of the lists. */
    public AnswerPacket {
        data = List.copyOf(data);
        attachments = List.copyOf(attachments);
    }
}
