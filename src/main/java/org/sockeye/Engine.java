package org.sockeye;

/**
 * What an application has a say in below Socket.IO: who may begin a session, with which id, and which headers the answers carry.
 *
 * <p>Everything may be registered before the application starts, from a {@code ServletContextListener}, or later; it then holds for the requests
 * that come after. The code is called on the container's thread that serves the request, for several requests at once, with no lock held; the
 * request waits for it, so it should not block. What it throws is logged; it keeps neither what else is registered nor the server from
 * going on. Safe for any thread.
 */
public interface Engine {

    /** Adds a filter of the requests that begin a session. All of them must let a request pass, in the order registered. */
    Engine allowRequest(RequestFilter filter);

    /** Sets what makes the ids of sessions, in place of random ones, or of what was set before. */
    Engine generateId(IdGenerator generator);

    /**
     * Adds a listener that may add headers to the answer of a request that begins a session: the first answer of long-polling, or the 101 of a
     * WebSocket. Called before those of {@link #onHeaders}, in the order registered.
     */
    Engine onInitialHeaders(HeadersListener listener);

    /**
     * Adds a listener that may add headers to every answer: of each GET and POST of long-polling, and the 101 of each WebSocket. The answer
     * to a request that is refused, and the files of the browser client, are not asked for. Called in the order registered.
     */
    Engine onHeaders(HeadersListener listener);

    /**
     * Adds a listener that is told of every request that is refused with one of the codes of {@link ConnectionError}, before the client is. Of
     * a request that only HTTP or WebSocket is broken by (a method, a size, a key) it is not told, as in the reference server. Called in the order
     * registered.
     */
    Engine onConnectionError(ConnectionErrorListener listener);

    /** Sets what decides which other sites' pages may connect, beside the setting {@code corsOrigins}, in place of what was set before. */
    Engine corsOrigin(OriginFilter filter);

    /** How many clients are connected now, on this server: Engine.IO sessions, not sockets. */
    int clientsCount();
}
