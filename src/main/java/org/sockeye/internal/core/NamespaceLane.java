package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;
import org.sockeye.SocketError;

/** Runs what a namespace tells its listeners, one after the other, on the dispatch and within a request context. Before the server runs there is nothing to tell. */
final class NamespaceLane {

    private final CoreServer server;
    /** Made when it is first needed. Guarded by this. */
    private @Nullable EventLane lane;

    NamespaceLane(CoreServer server) {
        this.server = server;
    }

    /** Adds a task, on any thread that holds no lock. */
    void add(Runnable task) {
        Running running = server.running();
        if (running != null) {
            lane(running).add(() -> running.environment().events().inRequestContext(task));
        }
    }

    /** A listener threw. */
    void failed(String what, Throwable failure) {
        server.errors().failed(new SocketError(SocketError.Kind.LISTENER, null, null, null, failure), what);
    }

    private synchronized EventLane lane(Running running) {
        EventLane made = lane;
        if (made == null) {
            made = new EventLane(running.dispatcher(), Integer.MAX_VALUE);
            lane = made;
        }
        return made;
    }
}
