package org.sockeye.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A byte as Java has it. Jackson's own takes 128 to 255, too, and makes negative numbers of them. */
final class JacksonByte extends StdScalarDeserializer<Byte> {

    private static final long serialVersionUID = 1L;

    JacksonByte(Class<Byte> type) {
        super(type);
    }

    @Override
    public @Nullable Byte getNullValue(DeserializationContext context) {
        return handledType().isPrimitive() ? (Byte) (byte) 0 : null;
    }

    @Override
    public Byte deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        int value = _parseIntPrimitive(parser, context);
        return value == (byte) value
                ? (byte) value
                : (Byte) context.handleWeirdNumberValue(_valueClass, value, "does not fit a byte");
    }
}
