package org.sockeye.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public record RecoverableSession(String id, String pid, Set<String> rooms, Map<String, JsonValue> data, Optional<Instant> expiry) {
    public RecoverableSession(String id, String pid, Set<String> rooms, Map<String, JsonValue> data) { this((String) null, (String) null, (Set) null, (Map) null, (Optional) null); }
}
