package org.sockeye;

/** Is told what went wrong in code of the application, or with what a client sent. See {@link SocketIoServer#onError} and {@link Socket#onError}. */
@FunctionalInterface
public interface ErrorListener {

    /**
     * Called by the thread on which it went wrong: usually the server's dispatch, for outgoing listeners the thread that emits. Possibly by
     * several threads at once.
     *
     * @throws Exception is logged, and does not disturb other listeners
     */
    void failed(SocketError error) throws Exception;
}
