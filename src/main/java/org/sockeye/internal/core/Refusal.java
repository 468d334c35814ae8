package org.sockeye.internal.core;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.PayloadException;
import org.sockeye.SocketError.Kind;
import org.sockeye.internal.protocol.JsonText;
import org.sockeye.spi.JsonCodec;

/** What a client is told when a middleware refuses it. */
record Refusal(String message, @Nullable Object data) {

    /** For whatever says nothing of itself, or nothing that a client should know. */
    private static final String REFUSED = "Connection refused";

    /** Of a client whose user is disconnected before she is connected. */
    static final Refusal EXPELLED = new Refusal(REFUSED, null);

    /** Data that the reference server takes for none, where it tells the data alone. */
    private static final Set<String> FALSY = Set.of("null", "false", "0", "\"\"");

    /** By what a middleware, or an observer, threw. */
    static Refusal by(Throwable thrown, Kind kind, CoreSocket candidate) {
        if (thrown instanceof ConnectionRefusedException refused) {
            String message = refused.getMessage();
            return new Refusal(message == null ? REFUSED : message, refused.data());
        }
        candidate.failed(kind, (kind == Kind.OBSERVER ? "An observer of " : "A middleware for ") + candidate, thrown);
        return new Refusal(REFUSED, null);
    }

    /** The payload of the CONNECT_ERROR. Data that cannot be written as JSON without attachments is left out. */
    String payload(JsonCodec json) {
        String written = data == null ? null : written(json, data);
        return "{\"message\":" + JsonText.quote(message) + (written == null ? "" : ",\"data\":" + written) + "}";
    }

    /** What a client of the older revision is told: the data if there is some, otherwise the message. */
    String dataOrMessage(JsonCodec json) {
        String written = data == null ? null : written(json, data);
        return written == null || FALSY.contains(written) ? JsonText.quote(message) : written;
    }

    private static @Nullable String written(JsonCodec json, Object data) {
        try {
            Content content = Content.encode(json, null, new @Nullable Object[] {data});
            if (content.attachments().isEmpty()) {
                return content.data().get(0);
            }
            CoreLog.warn(
                    "The data of a refused connection is left out: it has binary parts, which a CONNECT_ERROR cannot carry");
        } catch (PayloadException unwritable) {
            CoreLog.warn("The data of a refused connection is left out: " + unwritable.getMessage());
        } catch (RuntimeException | StackOverflowError failure) {
            // The client is no candidate any more, and must be told in any case.
            CoreLog.warn("The data of a refused connection is left out", failure);
        }
        return null;
    }
}
