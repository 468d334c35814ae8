package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;

/** Runs what a namespace tells its listeners, one after the other, on the dispatch. Before the server runs there is nothing to tell. */
final class NamespaceLane {

    private final CoreServer server;
    /** Made when it is first needed. Guarded by this. */
    private @Nullable EventLane lane;

    NamespaceLane(CoreServer server) {
        this.server = server;
    }

    /** Adds a task, on any thread that holds no lock. */
    void add(Runnable task) {
        EventLane made = lane();
        if (made != null) {
            made.add(task);
        }
    }

    private synchronized @Nullable EventLane lane() {
        Running running = server.running();
        if (lane == null && running != null) {
            lane = new EventLane(running.dispatcher(), Integer.MAX_VALUE);
        }
        return lane;
    }
}
