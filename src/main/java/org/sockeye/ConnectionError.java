package org.sockeye;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was refused, and why. Immutable.
 *
 * <p>The codes are the reference server's, with what the context tells of each:
 *
 * <ul>
 *   <li>0 "Transport unknown": {@code transport}
 *   <li>1 "Session ID unknown": {@code sid}
 *   <li>2 "Bad handshake method": {@code method}
 *   <li>3 "Bad request": a {@code name}, which is {@code INVALID_ORIGIN} with {@code origin}, {@code TRANSPORT_MISMATCH} with {@code transport} and
 *       {@code previousTransport}, {@code TRANSPORT_HANDSHAKE_ERROR}, {@code PROTOCOL_MISMATCH} with {@code protocol} and
 *       {@code previousProtocol}, {@code ID_GENERATION_ERROR} with {@code error},
 *       {@code TOO_MANY_SESSIONS} with {@code maxSessions}, the setting, or {@code SERVER_CLOSED}
 *   <li>4 "Forbidden": {@code message}, when a {@link RequestFilter} refused; {@code name} {@code ORIGIN_FORBIDDEN} with {@code origin}, when
 *       the page that asks for a WebSocket is of a site that may not; {@code PRINCIPAL_MISMATCH} with {@code principal} and
 *       {@code previousPrincipal}, their names or {@code null}, when a request for a session comes from another caller than the one who began it
 *   <li>5 "Unsupported protocol version": {@code protocol}
 * </ul>
 *
 * @param message the text that belongs to the code
 * @param context values that clients chose are in it as they came: escape them before they are logged
 * @param request the request that was refused
 */
public record ConnectionError(
        int code, String message, Map<String, @Nullable Object> context, HandshakeRequest request) {

    /** Keeps a copy of the context. */
    public ConnectionError {
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }
}
