package org.sockeye.internal.core;

import org.sockeye.internal.protocol.ReservedEvents;

/** The names that no event has, for those who do not see the protocol. */
public final class ReservedNames {

    private ReservedNames() {}

    /** Whether a name is reserved. */
    public static boolean contain(String name) {
        return ReservedEvents.contain(name);
    }
}
