package org.sockeye.internal.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.spi.JsonCodec;

/**
 * The built-in codec, and Jackson for what is not built in: with the modules that the application brings (for {@code java.time} and
 * {@code Optional}, say), dates as texts, properties that a class does not have passed over, and no types named by the JSON.
 */
final class JacksonCodec extends BindingCodec {

    private final ObjectMapper mapper;

    private JacksonCodec(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** With the modules that the context class loader finds. */
    static JsonCodec create() {
        return new JacksonCodec(JsonMapper.builder()
                .addModules(ObjectMapper.findModules(Thread.currentThread().getContextClassLoader()))
                .addModule(JacksonBytes.module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build());
    }

    @Override
    public String name() {
        return "Jackson " + mapper.version();
    }

    @Override
    String toJson(Object value, List<byte[]> attachments) throws Exception {
        return JacksonBytes.setAside(mapper.writer(), attachments).writeValueAsString(value);
    }

    @Override
    @Nullable
    Object fromJson(String json, Type type) throws Exception {
        return type instanceof Class<?> plain && JsonNode.class.isAssignableFrom(plain)
                ? plain.cast(mapper.readTree(json))
                : mapper.readValue(json, mapper.constructType(type));
    }

    @Override
    @Nullable
    String path(Throwable thrown) {
        if (!(thrown instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return null;
        }
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            Misfit.appendStep(path, step.getFieldName(), step.getIndex());
        }
        return path.toString();
    }
}
