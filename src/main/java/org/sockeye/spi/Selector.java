package org.sockeye.spi;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A choice of sockets of one namespace: those in any of the rooms, or everyone if there are none, without those in any of the
 * rooms of {@code except}. A value, so that it can be sent to other nodes.
 */
public record Selector(Set<String> rooms, Set<String> except) {

    private static final Selector EVERYONE = new Selector(Set.of(), Set.of());

    /** Keeps copies of the sets. */
    public Selector {
        rooms = Set.copyOf(rooms);
        except = Set.copyOf(except);
    }

    /** All sockets of the namespace. */
    public static Selector everyone() {
        return EVERYONE;
    }

    /** With the sockets in these rooms added. */
    public Selector to(String... more) {
        return new Selector(union(rooms, more), except);
    }

    /** Without the sockets in these rooms. */
    public Selector without(String... more) {
        return new Selector(rooms, union(except, more));
    }

    private static Set<String> union(Set<String> some, String... more) {
        Set<String> union = new LinkedHashSet<>(some);
        for (String room : Objects.requireNonNull(more, "rooms")) {
            union.add(Objects.requireNonNull(room, "room"));
        }
        return union;
    }
}
