package org.sockeye.internal.core;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The names of rooms, as the application gives them. */
final class RoomNames {

    private RoomNames() {}

    /** Refuses {@code null} before anything is done with the others. */
    static void check(String... rooms) {
        for (String room : Objects.requireNonNull(rooms, "rooms")) {
            Objects.requireNonNull(room, "room");
        }
    }

    /** The names, each once, in the order given. */
    static Set<String> set(String... rooms) {
        check(rooms);
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(rooms)));
    }
}
