package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConnectionError;
import org.sockeye.HandshakeRequest;
import org.sockeye.RefusalCause;
import org.sockeye.internal.protocol.JsonText;

/**
 * A request that is refused.
 *
 * @param context what the application is told of it, beside the error
 */
public record HandshakeRefusal(HandshakeError error, Map<String, @Nullable Object> context) {

    /** The name of the error of a request that comes by another transport than its session's. */
    static final String TRANSPORT_MISMATCH = "TRANSPORT_MISMATCH";

    /** The name of the error of a page that may not have a WebSocket. */
    public static final String ORIGIN_FORBIDDEN = "ORIGIN_FORBIDDEN";

    private static final String MESSAGE = "message";
    private static final String NAME = "name";

    public HandshakeRefusal {
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }

    /** An error of which there is no more to tell. */
    public static HandshakeRefusal of(HandshakeError error) {
        return new HandshakeRefusal(error, Map.of());
    }

    static HandshakeRefusal of(HandshakeError error, String key, @Nullable Object value) {
        return new HandshakeRefusal(error, Collections.singletonMap(key, value));
    }

    /** An error of which there are several, told apart by a name. */
    public static HandshakeRefusal named(HandshakeError error, String name) {
        return of(error, NAME, name);
    }

    /** The application refused, in these words or, when they are empty, in ours. */
    static HandshakeRefusal byApplication(String message) {
        return of(HandshakeError.FORBIDDEN, MESSAGE, message.isEmpty() ? null : message);
    }

    /** Tells one thing more. */
    public HandshakeRefusal with(String key, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(context);
        more.put(key, value);
        return new HandshakeRefusal(error, more);
    }

    /** What it is counted as. */
    RefusalCause cause() {
        return ORIGIN_FORBIDDEN.equals(context.get(NAME)) ? RefusalCause.ORIGIN : error.cause();
    }

    /** The text that the client sees. */
    public String message() {
        return context.get(MESSAGE) instanceof String told ? told : error.message();
    }

    /** The body of the answer. */
    public String json() {
        return "{\"code\":" + error.code() + ",\"message\":" + JsonText.quote(message()) + "}";
    }

    /**
     * How much later the client is told. One whose session a WebSocket has just taken over may have sent its request together with the
     * upgrade packet: the refusal does not overtake what goes to the WebSocket.
     */
    public Duration delay() {
        return TRANSPORT_MISMATCH.equals(context.get(NAME)) ? LatePolls.LATE : Duration.ZERO;
    }

    ConnectionError told(HandshakeRequest request) {
        return new ConnectionError(error.code(), error.message(), context, request);
    }
}
