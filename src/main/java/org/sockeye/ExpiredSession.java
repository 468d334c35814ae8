package org.sockeye;

import java.util.Set;

/** What a socket was whose client has not come back in time. Immutable. */
public interface ExpiredSession {

    /** The socket's id, which no socket has any more. */
    String id();

    /** The rooms that the socket was in when its client went, its own id among them. */
    Set<String> rooms();

    /** What the application had noted of the socket. */
    SocketData data();
}
