package org.sockeye.internal.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sockeye.HandshakeRequest;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.spi.Flags;
import org.sockeye.spi.RecoverableSession;
import org.sockeye.spi.RestoredSession;

/**
 * A client that has come back to its session. It goes on with it, or goes away before that and may come back once more, or is refused: one of the
 * three, once.
 */
final class Comeback {

    private final CoreNamespace namespace;
    private final Recovery recovery;
    private final RestoredSession restored;
    private final List<Outgoing> missedElsewhere;
    private final AtomicBoolean settled = new AtomicBoolean();

    Comeback(CoreNamespace namespace, Recovery recovery, RestoredSession restored) {
        this.namespace = namespace;
        this.recovery = recovery;
        this.restored = restored;
        this.missedElsewhere = restored.missed().stream()
                .map(packet -> namespace.rooms().encode(packet, Flags.NONE))
                .toList();
    }

    RecoverableSession session() {
        return restored.session();
    }

    /** Whether the caller may go on with it. It is given back if it is somebody else's, and given up if its credentials have expired. */
    boolean isFor(HandshakeRequest caller) {
        if (!UserRooms.isOf(caller, UserRooms.in(session().rooms()))) {
            recovery.noteStranger(namespace);
            giveBack();
            return false;
        }
        boolean expired =
                session().expiry().filter(at -> !at.isAfter(Instant.now())).isPresent();
        if (expired) {
            giveUp();
        }
        return !expired;
    }

    /**
     * What the client has missed until now, in order, which is noted as what it may read. Empty if some of it is gone by now. Called under the
     * order of the namespace.
     */
    Optional<List<Outgoing>> goOn(Continuity continuity) {
        if (!(restored instanceof LoggedSession logged)) {
            continuity.onConnected(recovery.log().last());
            return Optional.of(missedElsewhere);
        }
        return recovery.log()
                .since(logged.after(), namespace.name(), session().rooms())
                .map(missed -> goOn(continuity, logged.absent().read(), missed));
    }

    private List<Outgoing> goOn(Continuity continuity, Reading read, List<RecoveryLog.Kept> missed) {
        RecoveryLog.@Nullable Mark last =
                missed.isEmpty() ? null : missed.get(missed.size() - 1).mark();
        continuity.onConnectedAgain(read, last);
        List<Outgoing> messages = new ArrayList<>(missed.size());
        missed.forEach(kept -> messages.add(kept.message()));
        return messages;
    }

    /** The client is connected. */
    void onConnected() {
        settled.set(true);
    }

    /** The client went away before it was connected. */
    void giveBack() {
        if (!settled.compareAndSet(false, true)) {
            return;
        }
        if (restored instanceof LoggedSession logged) {
            recovery.sessions().add(logged.absent());
        } else {
            namespace.persist(session());
        }
    }

    /** The client is not let in. */
    void giveUp() {
        if (settled.compareAndSet(false, true) && restored instanceof LoggedSession logged) {
            recovery.expired(logged.absent());
        }
    }
}
