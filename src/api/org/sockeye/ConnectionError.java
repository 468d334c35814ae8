package org.sockeye;

import java.util.Map;
import org.jspecify.annotations.Nullable;

public record ConnectionError(int code, String message, Map<String, @Nullable Object> context, HandshakeRequest request) {
}
