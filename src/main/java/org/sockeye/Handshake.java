package org.sockeye;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client brought when it connected to a namespace. Immutable. */
public interface Handshake {

    /** The {@code auth} object of the client, as Java values; empty when it sent none. */
    Map<String, @Nullable Object> auth();

    /**
     * The {@code auth} object of the client, bound to a type.
     *
     * @throws PayloadException if it does not fit the type
     */
    <T> @Nullable T auth(Class<T> type);

    /** When the client connected to the namespace. */
    Instant time();

    /** The HTTP request that opened the connection: headers, query, address, principal. */
    HandshakeRequest request();
}
