package org.sockeye.internal.core;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.sockeye.ExpiredSession;
import org.sockeye.HandshakeRequest;
import org.sockeye.spi.RecoverableSession;

/**
 * A socket whose client may come back.
 *
 * @param kept what was kept when it left
 * @param data what is noted of it, as handlers that are not done yet may change it
 * @param read what the client can have read
 * @param request the one by which its client came
 * @param told completes when the application has been told that the socket is gone: what comes next for it comes after that
 */
record AbsentSocket(
        CoreNamespace namespace,
        RecoverableSession kept,
        CoreSocketData data,
        Reading read,
        HandshakeRequest request,
        CompletionStage<?> told)
        implements ExpiredSession {

    /** As it is now. */
    RecoverableSession session() {
        return new RecoverableSession(id(), pid(), kept.rooms(), data.values(), kept.expiry());
    }

    @Override
    public String id() {
        return kept.id();
    }

    String pid() {
        return kept.pid();
    }

    @Override
    public Set<String> rooms() {
        return Set.of(UserRooms.without(kept.rooms()));
    }
}
