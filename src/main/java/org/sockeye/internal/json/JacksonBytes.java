package org.sockeye.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What Jackson reads as a byte, and writes for bytes: the placeholder, at once. Each call of it knows the attachments of the packet as an attribute. */
final class JacksonBytes {

    private static final Object ATTACHMENTS = new Object();

    private JacksonBytes() {}

    static Module module() {
        return new SimpleModule("sockeye")
                .addSerializer(byte[].class, new Placing<byte[]>(byte[]::clone))
                .addSerializer(ByteBuffer.class, new Placing<ByteBuffer>(BuiltInWriter::bytesOf))
                .addDeserializer(Byte.class, new JacksonByte(Byte.class))
                .addDeserializer(byte.class, new JacksonByte(byte.class));
    }

    /** A writer that appends bytes to these attachments. */
    static ObjectWriter setAside(ObjectWriter writer, List<byte[]> attachments) {
        return writer.withAttribute(ATTACHMENTS, attachments);
    }

    private static final class Placing<T> extends JsonSerializer<T> {
        private final Function<T, byte[]> copy;

        Placing(Function<T, byte[]> copy) {
            this.copy = copy;
        }

        @Override
        @SuppressWarnings("unchecked") // only this class puts something there
        public void serialize(T value, JsonGenerator out, SerializerProvider context) throws IOException {
            @Nullable List<byte[]> attachments = (List<byte[]>) context.getAttribute(ATTACHMENTS);
            byte[] bytes = copy.apply(value);
            if (attachments == null) {
                out.writeString(Base64.getEncoder().encodeToString(bytes));
                return;
            }
            out.writeStartObject();
            out.writeBooleanField(Attachments.MARK, true);
            out.writeNumberField(Attachments.NUMBER, attachments.size());
            out.writeEndObject();
            attachments.add(bytes);
        }

        @Override
        public void serializeWithType(T value, JsonGenerator out, SerializerProvider context, TypeSerializer type)
                throws IOException {
            serialize(value, out, context);
        }
    }
}
