package org.sockeye.internal.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;

/**
 * For providers that ask nobody about a {@code byte[]}, as Johnzon does: writes the object twice.
 *
 * <p>The first text has the bytes as base64 strings, the second as arrays of numbers, and a {@code ByteBuffer} as a number. Where one has a string
 * and the other has not, there are bytes, wherever in the object that is; a string of the application is a string in both. Nothing in the texts needs to be
 * marked, so that no text can be mistaken for a mark. An object whose type cannot hold bytes is written once.
 */
final class ComparingWriter implements ObjectWriter {

    private final Jsonb base64;
    private final Jsonb numbers;
    private final BinaryTypes types = new BinaryTypes();

    ComparingWriter(JsonbConfig base64, JsonbConfig numbers, Function<JsonbConfig, Jsonb> provider) {
        this.base64 = provider.apply(
                base64.withBinaryDataStrategy(BinaryDataStrategy.BASE_64).withAdapters(new BufferAdapter()));
        this.numbers = provider.apply(
                numbers.withBinaryDataStrategy(BinaryDataStrategy.BYTE).withSerializers(new BufferMark()));
    }

    /** A buffer as a number: what is a string in the other text. An array Johnzon would not take everywhere. */
    private static final class BufferMark implements JsonbSerializer<ByteBuffer> {

        @Override
        public void serialize(ByteBuffer buffer, JsonGenerator generator, SerializationContext context) {
            generator.write(BinaryComparison.MARK - '0');
        }
    }

    @Override
    public String write(Object value, List<byte[]> attachments) {
        String json = base64.toJson(value);
        if (!types.mayBeIn(value.getClass())) {
            return json;
        }
        return BinaryComparison.placeholders(json, numbers.toJson(value), attachments);
    }
}
