package org.sockeye.internal.core;

import java.util.OptionalInt;

/**
 * What an optional API or library adds to a server. Found by {@link java.util.ServiceLoader}, so that nobody names an implementation, which may
 * not load where its API is missing. Every method has a default that adds nothing.
 */
public interface Integration {

    /** How many threads the smallest of the container's pools for requests may have; empty if that is not known. */
    default OptionalInt requestThreads() {
        return OptionalInt.empty();
    }

    /**
     * A server has started.
     *
     * @return what to run when it stops
     */
    default Runnable started(MonitoredServer server) {
        return () -> {};
    }
}
