package org.sockeye.spi;

import java.util.List;

public interface RestoredSession {
    default List<EventPacket> missed() { throw null; }
    static RestoredSession of(RecoverableSession session, List<EventPacket> missed) { throw null; }
    RecoverableSession session();
}
