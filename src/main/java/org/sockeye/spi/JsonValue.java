package org.sockeye.spi;

import java.util.List;

/**
 * One JSON value as data that can be kept and sent elsewhere. Immutable; nobody changes the arrays.
 *
 * @param json the JSON text, in which a binary part is {@code {"_placeholder":true,"num":0}}
 * @param attachments the binary parts that the placeholders number
 */
public record JsonValue(String json, List<byte[]> attachments) {
    /** Keeps a copy of the list. */
    public JsonValue {
        attachments = List.copyOf(attachments);
    }
}
