package org.sockeye.spi;

import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;

/**
 * Turns application values into JSON text and back, with binary parts set aside as attachments.
 *
 * <p>In the text an attachment is {@code {"_placeholder":true,"num":0}}, as the Socket.IO protocol has it; {@code num} counts
 * the attachments of one packet. Implementations are called by any thread, by several at once.
 */
public interface JsonCodec {

    /** A name for log lines. */
    String name();

    /**
     * Makes sure that values of this type can be read, when a listener for it is registered.
     *
     * @throws PayloadException if they cannot; the message says what to do about it
     */
    void checkReadable(Type type);

    /**
     * Writes one value.
     *
     * <p>Every {@code byte[]} and {@code ByteBuffer} in it, at any depth, is added to {@code attachments} and written as the placeholder whose {@code num} is its
     * index there. The bytes are copied.
     *
     * @throws PayloadException if the value cannot be written
     */
    String write(@Nullable Object value, List<byte[]> attachments);

    /**
     * Reads one value.
     *
     * @param json well-formed JSON of one value; placeholders have been checked against {@code attachments}
     * @param attachments the attachments of the packet; if there are none, what looks like a placeholder is an object like any other
     * @throws PayloadException if the JSON does not fit the type
     */
    @Nullable
    Object read(String json, Type type, List<byte[]> attachments);

    /** Called once, when the server that the codec was made for has stopped. */
    default void close() {}
}
