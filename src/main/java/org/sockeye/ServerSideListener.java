package org.sockeye;

/** Receives events of the other servers. See {@link Namespace#on}. */
@FunctionalInterface
public interface ServerSideListener {

    /**
     * Called on the server's dispatch, one event of a namespace after the other.
     *
     * @throws Exception is told to the error listeners, or logged, and disturbs no other listener
     */
    void received(ServerSideEvent event) throws Exception;
}
