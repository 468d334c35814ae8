package org.sockeye.internal.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
import jakarta.json.bind.config.PropertyOrderStrategy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;
import org.sockeye.spi.JsonCodec;

/**
 * The built-in codec, and JSON-B for what is not built in. JSON-B knows bytes as base64 strings only, and its providers differ in whether they ask
 * a serialiser about them. So bytes are found in what a provider writes by the better of two ways: see {@link SerializerWriter} and
 * {@link ComparingWriter}.
 */
final class JsonbCodec extends BindingCodec {

    private static final System.Logger LOG = System.getLogger("org.sockeye.json");

    /** How Yasson says on which way it was, one property by each cause; it does not count elements. Johnzon says nothing of that. */
    private static final Pattern STEP = Pattern.compile("Unable to (?:de)?serialize property '([^']*)'");

    private final List<Jsonb> open = new ArrayList<>();
    private final Jsonb reader;
    final ObjectWriter writer;
    private final boolean publicOnly;

    JsonbCodec(Function<JsonbConfig, Jsonb> provider) {
        Function<JsonbConfig, Jsonb> opening = config -> opened(provider.apply(config));
        this.reader = opening.apply(config().withAdapters(new Base64Adapter(), new BufferAdapter()));
        this.publicOnly = !Probe.isReadWhenHidden(reader);
        ObjectWriter asking = new SerializerWriter(config(), opening);
        this.writer = Probe.isWrittenBy(asking) ? asking : new ComparingWriter(config(), config(), opening);
    }

    private Jsonb opened(Jsonb jsonb) {
        open.add(jsonb);
        return jsonb;
    }

    /** Over the provider that JSON-B finds, by the context class loader. */
    static JsonCodec create() {
        return new JsonbCodec(JsonbBuilder::create);
    }

    /** Nulls are written, as JSON.stringify does; a fixed order, because {@link ComparingWriter} writes twice. */
    private static JsonbConfig config() {
        return new JsonbConfig()
                .withNullValues(true)
                .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
                .withBinaryDataStrategy(BinaryDataStrategy.BASE_64);
    }

    @Override
    public String name() {
        return "JSON-B by " + reader.getClass().getName();
    }

    @Override
    public void checkReadable(Type type) {
        super.checkReadable(type);
        Class<?> hidden = publicOnly ? HiddenClass.in(type) : null;
        if (hidden != null) {
            throw new PayloadException(hidden.getTypeName() + " cannot be read by " + name() + ": make it public");
        }
    }

    /** JSON-P's objects and arrays are maps and lists, too. */
    @Override
    public boolean claims(Object container) {
        return container instanceof JsonValue;
    }

    @Override
    String toJson(Object value, List<byte[]> attachments) {
        return value instanceof JsonValue ? value.toString() : writer.write(value, attachments);
    }

    @Override
    @Nullable
    Object fromJson(String json, Type type) {
        return type instanceof Class<?> plain && JsonValue.class.isAssignableFrom(plain)
                ? plain.cast(reader.fromJson(json, JsonValue.class))
                : reader.fromJson(json, type);
    }

    @Override
    @Nullable
    String path(Throwable thrown) {
        StringBuilder path = new StringBuilder();
        int left = 20;
        for (Throwable cause = thrown; cause != null && left > 0; cause = cause.getCause(), left--) {
            Matcher step = STEP.matcher(String.valueOf(cause.getMessage()));
            if (step.lookingAt()) {
                Misfit.appendStep(path, step.group(1), 0);
            }
        }
        return path.length() == 0 ? null : path.toString();
    }

    @Override
    public void close() {
        for (Jsonb jsonb : open) {
            close(jsonb);
        }
    }

    private static void close(AutoCloseable jsonb) {
        try {
            jsonb.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "JSON-B could not be closed", e);
        }
    }
}
