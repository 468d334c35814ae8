package org.sockeye;

import java.util.Collection;

/**
 * Namespaces that come into being when clients ask for them by name: the children. See {@link SocketIoServer#of(java.util.regex.Pattern)}. Safe for any
 * thread.
 *
 * <p>A child gets the middleware and the connection listeners that its parent has when it is created; those that are added later are for later children.
 * As a {@link Broadcaster} a parent is everyone in every child that there is at the moment; a room is the room of that name in each of them.
 */
public interface ParentNamespace extends Broadcaster {

    /** The server that the children are namespaces of. */
    SocketIoServer server();

    /** Adds a middleware for the children that are created from now on. See {@link Namespace#use}. */
    ParentNamespace use(Middleware middleware);

    /** Adds a middleware that takes its time, for the children that are created from now on. See {@link Namespace#useAsync}. */
    ParentNamespace useAsync(AsyncMiddleware middleware);

    /** Adds a connection listener for the children that are created from now on. See {@link Namespace#onConnection}. */
    ParentNamespace onConnection(ConnectionListener listener);

    /** Adds a listener for events of other servers, for the children that are created from now on. See {@link Namespace#on}. */
    ParentNamespace on(String event, ServerSideListener listener);

    /** The children that exist now, on this server. A copy. */
    Collection<Namespace> children();
}
