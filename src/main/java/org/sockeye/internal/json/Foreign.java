package org.sockeye.internal.json;

import java.util.List;

/** Writes what is no built-in value. */
interface Foreign {

    /** Whether this map or collection is to be written here nevertheless. */
    boolean claims(Object container);

    /** See {@link org.sockeye.spi.JsonCodec#write}. */
    String json(Object value, List<byte[]> attachments);
}
