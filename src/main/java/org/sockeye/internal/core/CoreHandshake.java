package org.sockeye.internal.core;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockeye.Handshake;
import org.sockeye.HandshakeRequest;
import org.sockeye.TypeRef;
import org.sockeye.spi.JsonCodec;

/** A handshake whose {@code auth} is bound when it is asked for. */
record CoreHandshake(JsonCodec json, String authText, List<byte[]> attachments, Instant time, HandshakeRequest request)
        implements Handshake {

    private static final TypeRef<Map<String, @Nullable Object>> MAP = new TypeRef<>() {};

    @Override
    @SuppressWarnings("unchecked") // a codec answers a value of the type
    public Map<String, @Nullable Object> auth() {
        Object auth = Objects.requireNonNull(json.read(authText, MAP.type(), attachments));
        return Collections.unmodifiableMap((Map<String, @Nullable Object>) auth);
    }

    @Override
    public <T> @Nullable T auth(Class<T> type) {
        return type.cast(json.read(authText, type, attachments));
    }

    /** Without what the client has sent, which may be secret. */
    @Override
    public String toString() {
        return "Handshake of " + time;
    }
}
