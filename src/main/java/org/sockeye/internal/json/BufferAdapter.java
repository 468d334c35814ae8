package org.sockeye.internal.json;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A {@code ByteBuffer} as JSON-B has bytes: JSON-B itself does not know the class. */
final class BufferAdapter implements JsonbAdapter<ByteBuffer, String> {

    @Override
    public @Nullable String adaptToJson(@Nullable ByteBuffer buffer) {
        return buffer == null ? null : Base64.getEncoder().encodeToString(BuiltInWriter.bytesOf(buffer));
    }

    @Override
    public @Nullable ByteBuffer adaptFromJson(@Nullable String text) {
        return text == null ? null : ByteBuffer.wrap(Base64.getDecoder().decode(text));
    }
}
