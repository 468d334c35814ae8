package org.sockeye.internal.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** For providers that ask a serialiser about every {@code byte[]}, as Yasson does: it writes the placeholder at once. */
final class SerializerWriter implements ObjectWriter {

    private final Jsonb jsonb;
    private final Placing placing = new Placing();

    SerializerWriter(JsonbConfig config, Function<JsonbConfig, Jsonb> provider) {
        this.jsonb = provider.apply(config.withSerializers(placing, new PlacingBuffers(placing)));
    }

    @Override
    public String write(Object value, List<byte[]> attachments) {
        return placing.into(attachments, jsonb, value);
    }

    private static final class Placing implements JsonbSerializer<byte[]> {

        // The attachments of the call in progress on this thread: a serialiser is given nothing that belongs to the
        // call.
        private static final ThreadLocal<@Nullable List<byte[]>> CURRENT = new ThreadLocal<>();

        String into(List<byte[]> attachments, Jsonb jsonb, Object value) {
            List<byte[]> outer = CURRENT.get();
            CURRENT.set(attachments);
            try {
                return jsonb.toJson(value);
            } finally {
                if (outer == null) {
                    CURRENT.remove();
                } else {
                    CURRENT.set(outer);
                }
            }
        }

        @Override
        public void serialize(byte[] bytes, JsonGenerator generator, SerializationContext context) {
            List<byte[]> attachments = CURRENT.get();
            if (attachments == null) {
                generator.write(Base64.getEncoder().encodeToString(bytes));
                return;
            }
            generator.writeStartObject();
            generator.write(Attachments.MARK, true);
            generator.write(Attachments.NUMBER, attachments.size());
            generator.writeEnd();
            attachments.add(bytes.clone());
        }
    }

    private record PlacingBuffers(Placing placing) implements JsonbSerializer<ByteBuffer> {

        @Override
        public void serialize(ByteBuffer buffer, JsonGenerator generator, SerializationContext context) {
            placing.serialize(BuiltInWriter.bytesOf(buffer), generator, context);
        }
    }
}
