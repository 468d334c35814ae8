package org.sockeye;

/**
 * Is told which rooms of a namespace there are, and who is in them. Every method does nothing unless it is overridden.
 *
 * <p>Called on the server's dispatch, one call after the other, in the order in which it happened: a room is created before its first
 * member has joined, and deleted after its last one has left. A socket's own room, named by its id, is one of them. What a listener throws is told to the error listeners, or logged.
 */
public interface RoomListener {

    /** The first socket is about to be in a room. */
    default void created(String room) {}

    /** The last socket has left a room. */
    default void deleted(String room) {}

    /** A socket has entered a room. */
    default void joined(String room, String socketId) {}

    /** A socket has left a room, or is gone. */
    default void left(String room, String socketId) {}
}
