package org.sockeye;

import java.util.Set;

/**
 * A client in one namespace, on whichever server it is.
 *
 * <p>For a client of this server it is the {@link Socket} itself. Otherwise it is what was known of it when it was fetched, and what is
 * done to it is done where it is. An event to one that has gone is dropped; a question to it fails with
 * {@link DisconnectedException}. Safe for any thread.
 */
public interface RemoteSocket extends Emitter {

    /** The socket's id. */
    String id();

    /** What the client brought when it connected. */
    Handshake handshake();

    /** The rooms that the socket is in, its own id among them. A copy. */
    Set<String> rooms();

    /** What the application has noted of the socket. */
    SocketData data();

    /**
     * Enters rooms.
     *
     * @throws IllegalArgumentException if one is the room of a user ({@link Namespace#ofUser})
     */
    void join(String... rooms);

    /**
     * Leaves rooms.
     *
     * @throws IllegalArgumentException if one is the room of a user ({@link Namespace#ofUser})
     */
    void leave(String... rooms);

    /** Takes the client out of this namespace; its other namespaces and the connection stay. Idempotent. */
    void disconnect();

    /**
     * Takes the client out of this namespace, or out of all of them.
     *
     * @param close whether the connection itself, and with it every namespace, is to be closed
     */
    void disconnect(boolean close);
}
