package org.sockeye.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of a socket whose client may come back, as data that can be sent elsewhere. Immutable.
 *
 * @param id the socket's id, which it has again when the client is back
 * @param pid the secret that the client proves by that it is the same; it is not among what {@link #toString} shows
 * @param rooms the rooms that the socket was in, its own id among them, and that of its user: only the same user comes back to it
 * @param data the members of the socket's {@code data}, by name
 * @param expiry until when the credentials of the client are good, if somebody said so: nobody comes back to it later
 */
public record RecoverableSession(
        String id, String pid, Set<String> rooms, Map<String, JsonValue> data, Optional<Instant> expiry) {

    /** Of credentials that do not expire. */
    public RecoverableSession(String id, String pid, Set<String> rooms, Map<String, JsonValue> data) {
        this(id, pid, rooms, data, Optional.empty());
    }

    /** Keeps copies of the collections. */
    public RecoverableSession {
        rooms = Set.copyOf(rooms);
        data = Map.copyOf(data);
    }

    /** The id alone. */
    @Override
    public String toString() {
        return "RecoverableSession[id=" + id + "]";
    }
}
