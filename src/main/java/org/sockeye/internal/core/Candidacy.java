package org.sockeye.internal.core;

import org.sockeye.Socket;

/** A client that wants to be in a namespace, while beans decide about it. Used within the call that hands it over, by one thread. */
public interface Candidacy {

    /** The socket that it is to have; not connected yet. */
    Socket socket();

    /**
     * Refuses the client. The first reason counts.
     *
     * @param reason a {@link org.sockeye.ConnectionRefusedException} says what the client is told; anything else is a failure of the application, of
     *     which the client learns nothing
     */
    void refuse(Throwable reason);

    /** Whether it has been refused. */
    boolean isRefused();
}
