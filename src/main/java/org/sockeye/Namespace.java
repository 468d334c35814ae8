package org.sockeye;

import java.util.Collection;

/** One namespace of a server: its own sockets, rooms, middleware and connection listeners. Safe for any thread. */
public interface Namespace extends Broadcaster {

    /** The name, with its leading slash. */
    String name();

    /** The server that this namespace is one of. */
    SocketIoServer server();

    /**
     * Adds a middleware, called for each connection attempt after those added before it.
     *
     * @see Middleware
     */
    Namespace use(Middleware middleware);

    /** Adds a listener that is called with each socket once it is connected, before any of its events. */
    Namespace onConnection(ConnectionListener listener);

    /** The sockets that are connected now, on this server. */
    Collection<Socket> sockets();
}
