package org.sockeye.spi;

import java.util.Map;
import java.util.Set;

public record RecoverableSession(String id, String pid, Set<String> rooms, Map<String, JsonValue> data) {
}
