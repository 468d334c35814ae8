package org.sockeye.internal.json;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads bytes where a provider forgets its own binary strategy: Johnzon in an {@code Optional<byte[]>}. */
final class Base64Adapter implements JsonbAdapter<byte[], String> {

    @Override
    public @Nullable String adaptToJson(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public byte @Nullable [] adaptFromJson(@Nullable String text) {
        return text == null ? null : Base64.getDecoder().decode(text);
    }
}
