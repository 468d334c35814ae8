package org.sockeye.spi;

import java.util.Map;
import java.util.Set;

/**
 * A socket as data that can be sent elsewhere.
 *
 * <p>An adapter hands on those of this node as it was given them, so that the application meets its own sockets again, and makes those of
 * other nodes by {@link #of}. Immutable or, for a socket of this node, as the socket is when it is asked.
 */
public interface SocketDetails {

    /** The socket's id. */
    String id();

    /** The handshake as the JSON object that the reference server sends: {@code headers, time, address, xdomain, secure, issued, url, query, auth}. */
    String handshake();

    /** The rooms that the socket is in, its own id among them. */
    Set<String> rooms();

    /** The members of the socket's {@code data}, by name. */
    Map<String, JsonValue> data();

    /** A socket that is somewhere else. */
    static SocketDetails of(String id, String handshake, Set<String> rooms, Map<String, JsonValue> data) {
        return new RemoteDetails(id, handshake, Set.copyOf(rooms), Map.copyOf(data));
    }
}
