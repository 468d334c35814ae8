package org.sockeye;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

public class InvalidPayloadException extends PayloadException {
    public InvalidPayloadException(String json, List<InvalidPayloadException.Violation> violations, @Nullable Throwable cause) { super((String) null); }
    public List<InvalidPayloadException.Violation> violations() { throw null; }
    public static record Violation(String path, String message) implements Serializable {
    }
}
