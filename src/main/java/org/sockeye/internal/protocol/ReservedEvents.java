package org.sockeye.internal.protocol;

import java.util.Objects;
import java.util.Set;

/** The names that mean something to a client or server of Socket.IO itself, and that no event may have. */
public final class ReservedEvents {

    static final Set<String> NAMES =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    private ReservedEvents() {}

    /** Whether no event may have this name. */
    public static boolean contain(String name) {
        return NAMES.contains(name);
    }

    /**
     * Makes sure that an event may have this name.
     *
     * @throws IllegalArgumentException if it is reserved
     */
    public static void refuse(String name) {
        if (NAMES.contains(Objects.requireNonNull(name, "event"))) {
            throw new IllegalArgumentException('"' + name + "\" is a reserved event name");
        }
    }
}
