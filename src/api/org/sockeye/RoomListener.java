package org.sockeye;

public interface RoomListener {
    default void created(String room) { throw null; }
    default void deleted(String room) { throw null; }
    default void joined(String room, String socketId) { throw null; }
    default void left(String room, String socketId) { throw null; }
}
