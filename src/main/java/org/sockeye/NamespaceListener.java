package org.sockeye;

/** Told of each namespace that is created. */
@FunctionalInterface
public interface NamespaceListener {

    /**
     * Called by the thread that creates the namespace, before any client is in it: what is registered here, middleware too, counts for every client. For
     * a namespace that a client's name creates that thread is one of the server's dispatch.
     *
     * @throws Exception reaches the error listeners ({@link SocketIoServer#onError}), and disturbs neither the namespace nor other listeners
     */
    void created(Namespace namespace) throws Exception;
}
