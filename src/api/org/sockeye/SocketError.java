package org.sockeye;

import org.jspecify.annotations.Nullable;

public record SocketError(SocketError.Kind kind, @Nullable Socket socket, @Nullable String event, @Nullable String path, Throwable cause) {
    public static enum Kind {
        LISTENER, OBSERVER, MIDDLEWARE, EVENT_REFUSED, FORBIDDEN, PAYLOAD, CONSTRAINT;
    }
}
