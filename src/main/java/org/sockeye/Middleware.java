package org.sockeye;

/**
 * Decides whether a client may connect to a namespace.
 *
 * <p>Called on the server's dispatch, for one client after the other those that were registered. Returning lets the candidate
 * pass. Throwing refuses it, and the client receives a {@code connect_error}: a {@link ConnectionRefusedException} carries the
 * message and the data that it is told; of any other exception it learns nothing but that it was refused, and the exception is told
 * to the error listeners ({@link SocketIoServer#onError}), or logged.
 */
@FunctionalInterface
public interface Middleware {

    /**
     * Looks at a socket that is not connected yet. It may join rooms; what it is emitted before it is connected is not sent.
     *
     * @throws Exception to refuse the connection
     */
    void check(Socket candidate) throws Exception;
}
