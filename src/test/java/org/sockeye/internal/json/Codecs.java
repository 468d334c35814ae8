package org.sockeye.internal.json;

import jakarta.json.bind.spi.JsonbProvider;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.TypeRef;
import org.sockeye.spi.JsonCodec;

/** The codecs under test, each provider of JSON-B with its own of JSON-P, and short forms of what a test does with them. */
public final class Codecs {

    private Codecs() {}

    /** The same for tests elsewhere. */
    public static Stream<JsonCodec> overJsonB() {
        return Stream.of(yasson(), johnzon());
    }

    static JsonbCodec yasson() {
        return over("org.eclipse.yasson.JsonBindingProvider", new org.eclipse.parsson.JsonProviderImpl());
    }

    static JsonbCodec johnzon() {
        return over("org.apache.johnzon.jsonb.JohnzonProvider", new org.apache.johnzon.core.JsonProviderImpl());
    }

    private static JsonbCodec over(String name, JsonProvider json) {
        return new JsonbCodec(() -> JsonbProvider.provider(name).create().withProvider(json), () -> json);
    }

    static String write(JsonCodec codec, @Nullable Object value) {
        return codec.write(value, new ArrayList<>());
    }

    static @Nullable Object read(JsonCodec codec, String json, Type type, byte[]... attachments) {
        return codec.read(json, type, List.of(attachments));
    }

    @SuppressWarnings("unchecked") // The codec's promise.
    static <T> T read(JsonCodec codec, String json, TypeRef<T> type, byte[]... attachments) {
        return (T) java.util.Objects.requireNonNull(read(codec, json, type.type(), attachments));
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
