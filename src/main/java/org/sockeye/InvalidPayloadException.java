package org.sockeye;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent fits the type that was asked for, and violates the constraints that the application has put on it.
 *
 * <p>The message is the JSON text that the client is answered with, {@code {"error":{"code":"constraint_violation",...}}}, with at most 100 violations.
 * Error listeners are told of it with {@link SocketError.Kind#CONSTRAINT}.
 */
public class InvalidPayloadException extends PayloadException {

    private static final long serialVersionUID = 1L;

    /** By path and message. Not a part of what is written; the message says them. */
    private final transient List<Violation> violations;

    /**
     * One constraint that is violated.
     *
     * @param path where in the payload, such as {@code text} or {@code [2].name}; empty for the payload itself
     * @param message what is wrong, as the constraint says it
     */
    public record Violation(String path, String message) {}

    /**
     * With what is answered, what is violated, and what the validation threw.
     *
     * @param json the message
     */
    public InvalidPayloadException(String json, List<Violation> violations, @Nullable Throwable cause) {
        super(json, cause);
        this.violations = List.copyOf(violations);
    }

    /** What is violated, by path and then by message. */
    public List<Violation> violations() {
        return violations;
    }
}
