package org.sockeye.internal.core;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockeye.InvalidPayloadException;
import org.sockeye.InvalidPayloadException.Violation;
import org.sockeye.internal.protocol.JsonText;

/** Violations as clients are answered with them. */
public final class InvalidPayload {

    /** How many a client is told of: a list of a million values would be answered with a million. */
    private static final int MAX_TOLD = 100;

    private InvalidPayload() {}

    /** The exception for some violations, in whatever order. */
    public static InvalidPayloadException of(List<Violation> found, @Nullable Throwable cause) {
        List<Violation> sorted = found.stream()
                .sorted(Comparator.comparing(Violation::path).thenComparing(Violation::message))
                .toList();
        return new InvalidPayloadException(json(sorted), sorted, cause);
    }

    /** What a client is answered. */
    static String json(List<Violation> violations) {
        return violations.stream()
                .limit(MAX_TOLD)
                .map(violation -> "{\"path\":" + JsonText.quote(violation.path()) + ",\"message\":"
                        + JsonText.quote(violation.message()) + "}")
                .collect(Collectors.joining(
                        ",",
                        "{\"error\":{\"code\":\"constraint_violation\",\"message\":\"The payload is not"
                                + " valid\",\"violations\":[",
                        "]}}"));
    }
}
