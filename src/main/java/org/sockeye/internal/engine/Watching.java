package org.sockeye.internal.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.Transport;
import org.sockeye.internal.protocol.EnginePacket;

/**
 * Somebody who looks on, or nobody.
 *
 * <p>What happens is noted where it happens, also under a lock, and told by whoever holds none. One thread tells at a time, so that what several
 * threads do is told in the order in which it was noted.
 */
final class Watching {

    static final Watching NOBODY = new Watching(null);

    private final @Nullable SessionWatcher who;
    private final Queue<Consumer<SessionWatcher>> untold = new ConcurrentLinkedQueue<>();
    private final Rounds rounds = new Rounds(this::tellAll);

    Watching(@Nullable SessionWatcher who) {
        this.who = who;
    }

    void received(EnginePacket packet) {
        note(watcher -> watcher.received(packet));
        tell();
    }

    void upgraded(Transport transport) {
        note(watcher -> watcher.upgraded(transport));
        tell();
    }

    /** A message waits for the client from now on. Only noted. */
    void queued(Outgoing message) {
        note(watcher -> message.frames().forEach(watcher::sent));
    }

    /** Nothing waits for the client any more. */
    void drained() {
        note(SessionWatcher::drained);
        tell();
    }

    private void note(Consumer<SessionWatcher> what) {
        if (who != null) {
            untold.add(what);
        }
    }

    /** Tells what was noted, on this thread or on one that is telling already. */
    void tell() {
        if (who != null) {
            rounds.signal();
        }
    }

    private void tellAll() {
        Consumer<SessionWatcher> next;
        while (who != null && (next = untold.poll()) != null) {
            next.accept(who);
        }
    }
}
