package org.sockeye.spi;

import java.util.List;

/**
 * A session that was kept for a client, which has come back. One that {@link LocalSockets#restoreSession} answers is handed on as it is: which
 * events of this server the client has missed is looked up when it is connected, so that nothing is lost in between.
 */
public interface RestoredSession {

    /** What was kept. */
    RecoverableSession session();

    /** The events that the client has missed and that an adapter has kept, in order. Those that this server keeps itself are not among them. */
    default List<EventPacket> missed() {
        return List.of();
    }

    /** A session that an adapter has kept, and the events that the client has missed. */
    static RestoredSession of(RecoverableSession session, List<EventPacket> missed) {
        List<EventPacket> copy = List.copyOf(missed);
        return new RestoredSession() {
            @Override
            public RecoverableSession session() {
                return session;
            }

            @Override
            public List<EventPacket> missed() {
                return copy;
            }
        };
    }
}
