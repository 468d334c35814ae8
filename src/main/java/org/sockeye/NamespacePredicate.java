package org.sockeye;

/** Decides whether a client may connect to a namespace that does not exist, which is created then. See {@link SocketIoServer#of(NamespacePredicate)}. */
@FunctionalInterface
public interface NamespacePredicate {

    /**
     * Looks at the name that a client asks for, with its leading slash, and at what the client brought. Called on the server's dispatch; the client chose
     * the name, which has at most 1000 characters.
     *
     * @return whether the namespace is one of these
     * @throws Exception is as {@code false}, and reaches the error listeners ({@link SocketIoServer#onError}) unless it is a
     *     {@link ConnectionRefusedException}
     */
    boolean test(String name, Handshake handshake) throws Exception;
}
