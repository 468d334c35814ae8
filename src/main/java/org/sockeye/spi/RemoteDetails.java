package org.sockeye.spi;

import java.util.Map;
import java.util.Set;

/** A socket of another node. */
record RemoteDetails(String id, String handshake, Set<String> rooms, Map<String, JsonValue> data)
        implements SocketDetails {}
