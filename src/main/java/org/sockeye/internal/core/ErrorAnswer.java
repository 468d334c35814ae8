package org.sockeye.internal.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.InvalidPayloadException;
import org.sockeye.SocketError;
import org.sockeye.internal.protocol.JsonText;

/**
 * What a client is answered whose event could not be dealt with: {@code {"error":{"code":...,"message":...}}}. It says what the client did wrong, if it
 * did, and nothing of the application: no types, and no messages of exceptions.
 */
final class ErrorAnswer {

    private ErrorAnswer() {}

    /** Answers what the application says, or what is said by default. */
    static void give(SocketError error, ApplicationEvents events, CoreAcknowledgement acknowledgement) {
        try {
            Object own = events.answerTo(error);
            if (own != null) {
                acknowledgement.answer(new Object[] {own});
                return;
            }
        } catch (Throwable unusable) {
            CoreLog.failed("What the error mapper answers", unusable);
        }
        acknowledgement.answer(new Content(List.of(json(error)), List.of()));
    }

    private static String json(SocketError error) {
        return switch (error.kind()) {
            case FORBIDDEN -> json("forbidden", "Forbidden", "");
            case CONSTRAINT -> invalidPayload(error.cause());
            case PAYLOAD -> invalidPayload(error.path());
            default -> json("internal_error", "Internal error", "");
        };
    }

    private static String invalidPayload(Throwable cause) {
        return InvalidPayload.json(cause instanceof InvalidPayloadException invalid ? invalid.violations() : List.of());
    }

    private static String invalidPayload(@Nullable String path) {
        String where = path == null ? "[0]" : path;
        return json("invalid_payload", "The payload does not fit at " + where, ",\"path\":" + JsonText.quote(where));
    }

    private static String json(String code, String message, String more) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":" + JsonText.quote(message) + more + "}}";
    }
}
