package org.sockeye;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent fits the type that was asked for, and violates the constraints that the application has put on it.
 *
 * <p>The client is answered with {@code {"error":{"code":"constraint_violation",...}}}, which has at most 100 of the violations; the message is that JSON text.
 * Error listeners are told of it with {@link SocketError.Kind#CONSTRAINT}.
 */
public class InvalidPayloadException extends PayloadException {

    private static final long serialVersionUID = 1L;

    /** By path and message. Never changed. */
    private final Violation[] violations;

    /**
     * One constraint that is violated.
     *
     * @param path where in the payload, such as {@code text} or {@code [2].name}; empty for the payload itself
     * @param message what is wrong, as the constraint says it
     */
    public record Violation(String path, String message) implements Serializable {}

    /**
     * With what is answered, what is violated, and what the validation threw.
     *
     * @param json the message; what the client is answered is made of the violations
     */
    public InvalidPayloadException(String json, List<Violation> violations, @Nullable Throwable cause) {
        super(json, cause);
        this.violations = violations.toArray(Violation[]::new);
    }

    /** What is violated, by path and then by message. */
    public List<Violation> violations() {
        return List.of(violations);
    }
}
