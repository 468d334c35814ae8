package org.sockeye.spi;

import java.util.Map;
import java.util.Set;

public interface SocketDetails {
    Map<String, JsonValue> data();
    String handshake();
    String id();
    static SocketDetails of(String id, String handshake, Set<String> rooms, Map<String, JsonValue> data) { throw null; }
    Set<String> rooms();
}
