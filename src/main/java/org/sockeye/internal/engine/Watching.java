package org.sockeye.internal.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.sockeye.Transport;
import org.sockeye.internal.protocol.EnginePacket;

/** Somebody who looks on, or nobody. What is queued while the caller may hold a lock is told once it holds none. */
final class Watching {

    static final Watching NOBODY = new Watching(null);

    private final @Nullable SessionWatcher who;
    private final Queue<Outgoing> untold = new ConcurrentLinkedQueue<>();

    Watching(@Nullable SessionWatcher who) {
        this.who = who;
    }

    void received(EnginePacket packet) {
        if (who != null) {
            who.received(packet);
        }
    }

    void upgraded(Transport transport) {
        if (who != null) {
            who.upgraded(transport);
        }
    }

    void queued(Outgoing message) {
        if (who != null) {
            untold.add(message);
        }
    }

    void tellQueued() {
        Outgoing next;
        while (who != null && (next = untold.poll()) != null) {
            next.frames().forEach(who::sent);
        }
    }
}
