package org.sockeye.internal.core;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The names of rooms, as the application gives them. */
final class RoomNames {

    private RoomNames() {}

    /** Refuses {@code null}, and the rooms of users, before anything is done with the others. */
    static void check(String... rooms) {
        for (String room : Objects.requireNonNull(rooms, "rooms")) {
            if (UserRooms.contain(Objects.requireNonNull(room, "room"))) {
                throw new IllegalArgumentException("Room " + CoreLog.printable(room)
                        + " has a name that is kept for the sockets of a user (ofUser)");
            }
        }
    }

    /** The names, each once, in the order given. */
    static Set<String> set(String... rooms) {
        check(rooms);
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(rooms)));
    }
}
