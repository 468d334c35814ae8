package org.sockeye.internal.json;

import java.util.List;

/** Writes one object with JSON-B, and sets its bytes aside. See {@link JsonbCodec}. */
interface ObjectWriter {

    /** Appends the bytes that the object holds to {@code attachments}. */
    String write(Object value, List<byte[]> attachments);
}
