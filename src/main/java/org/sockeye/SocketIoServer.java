package org.sockeye;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO server: the namespaces of one path of the web application.
 *
 * <p>Reached by {@code @Inject SocketIoServer}, or from the {@code ServletContext} by the attribute
 * {@code SocketIoServer.class.getName()} ({@link #from}). It is there before any {@code ServletContextListener} runs, so that middleware and
 * listeners may be registered in any order; clients are accepted once the application has started. Safe for any thread.
 *
 * <p>The methods of {@link Broadcaster}, {@link #use} and {@link #onConnection} act on the main namespace, {@code /}.
 */
public interface SocketIoServer extends Broadcaster {

    /**
     * The only or the default server of a web application, for code that has a ServletContext: {@code SocketIoServer.from(context::getAttribute)}.
     *
     * @param attributes finds an attribute of the ServletContext by its name
     * @throws IllegalStateException if there is none, or not yet; the message says why
     */
    static SocketIoServer from(Function<String, @Nullable Object> attributes) {
        return ServerAttributes.find(attributes, "");
    }

    /**
     * The server of this name, for code that has a ServletContext. See {@link #from(Function)}.
     *
     * @param attributes finds an attribute of the ServletContext by its name
     * @throws IllegalStateException if there is none, or not yet; the message says why
     */
    static SocketIoServer from(Function<String, @Nullable Object> attributes, String name) {
        return ServerAttributes.find(attributes, name);
    }

    /**
     * The name that tells the servers of one web application apart: that of its servlet, and {@code sockeye} where the application declares none. Empty
     * in a bean that runs before the container knows the servlets.
     */
    String name();

    /**
     * The namespace of that name, created if need be; a missing leading slash is added. If it is created and there is a pattern that finds something in the
     * name ({@link #of(Pattern)}), it is a child of that parent; but it stays when it is empty.
     */
    Namespace of(String name);

    /** The namespace of that name, with one more connection listener. */
    default Namespace of(String name, ConnectionListener listener) {
        return of(name).onConnection(listener);
    }

    /**
     * Lets clients create namespaces in whose names, with their leading slash, the pattern finds something. Anchor it
     * ({@code ^/project-\\d+$}) so that it means the whole name.
     *
     * <p>Parents are asked in the order in which they were added; a namespace is the child of the first that allows it. A child stays when its last
     * client leaves it, unless the setting {@code cleanupEmptyChildNamespaces} is on. There are at most as many that clients have created as the setting
     * {@code maxChildNamespaces} says.
     */
    ParentNamespace of(Pattern pattern);

    /**
     * Lets clients create namespaces that a predicate allows, by their names and what the client brought. See {@link #of(Pattern)}. The namespace is
     * then open to every client: who may be in it is a matter for the parent's middleware.
     */
    ParentNamespace of(NamespacePredicate predicate);

    /** Adds a listener that is told of each namespace that is created from now on, by the application or by a client. */
    SocketIoServer onNewNamespace(NamespaceListener listener);

    /** Adds a middleware to the main namespace. */
    SocketIoServer use(Middleware middleware);

    /** Adds a middleware that takes its time to the main namespace. */
    SocketIoServer useAsync(AsyncMiddleware middleware);

    /** Adds a connection listener to the main namespace. */
    SocketIoServer onConnection(ConnectionListener listener);

    /**
     * The sockets of one user in all namespaces that there are on this server, on all servers: {@code io.ofUser("alice").disconnectSockets(true)} after a
     * logout that nobody else announces. That also keeps out who has come as this user and is not connected yet, or not any more. See
     * {@link Namespace#ofUser}.
     */
    Broadcaster ofUser(String name);

    /**
     * Sets what decides about sockets whose credentials have expired ({@link Socket#expireAt}), in place of what was set before. Without it they are
     * disconnected.
     */
    SocketIoServer onExpiry(Reauthentication hook);

    /**
     * Adds a listener that is told of everything that goes wrong in code of the application: what a listener, a middleware or an observer throws,
     * an event that a middleware of a socket refuses, and one that does not fit. What nobody is told of is logged. None of it ends a session.
     */
    SocketIoServer onError(ErrorListener listener);

    /** Sends an event to the main namespace on the other servers of the cluster. See {@link Namespace#serverSideEmit}. */
    void serverSideEmit(String event, @Nullable Object... arguments);

    /** As {@link #serverSideEmit}, and answers with their replies. See {@link Namespace#serverSideEmitWithAck}. */
    CompletionStage<List<Reply>> serverSideEmitWithAck(String event, @Nullable Object... arguments);

    /** Adds a listener for an event that other servers send to the main namespace. See {@link Namespace#on}. */
    SocketIoServer on(String event, ServerSideListener listener);

    /** Removes a listener that {@link #on} added. */
    SocketIoServer off(String event, ServerSideListener listener);

    /** What is below Socket.IO: who may begin a session, and which headers the answers carry. */
    Engine engine();

    /** What the server carries and has done. Zeros before it has started. */
    ServerMetrics metrics();

    /**
     * The settings in force.
     *
     * @throws IllegalStateException before the application has started, when they are not yet resolved
     */
    SocketIoConfig config();

    /** How many clients are connected now, on this server: Engine.IO sessions, not sockets. */
    int clientsCount();

    /**
     * Ends the server for good: every socket is disconnected, as {@link DisconnectReason#SERVER_SHUTTING_DOWN}, and every session closed, further ones are
     * refused, and the adapters of all namespaces are closed. Disconnect listeners are told on the dispatch, where they still can run. The container calls
     * it when the application stops. Idempotent.
     */
    void close();
}
