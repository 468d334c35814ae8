package org.sockeye.internal.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /** How Yasson says on which way it was, one property by each cause; it does not count elements. Johnzon says nothing of that. Asked where no {@link StrictText} knows. */
    private static final Pattern STEP = Pattern.compile("Unable to (?:de)?serialize property '([^']*)'");

    private final List<Jsonb> open = new ArrayList<>();
    private final Jsonb reader;
    final ObjectWriter writer;
    private final boolean isStrict;
    private final boolean publicOnly;
    /** Types that were found to be; as many as the application names. */
    private final Set<Type> readable = ConcurrentHashMap.newKeySet();

    /** With what the builders make; they are to have this JSON-P. */
    JsonbCodec(Supplier<JsonbBuilder> builders, Supplier<JsonProvider> json) {
        Function<JsonbConfig, Jsonb> opening =
                config -> opened(builders.get().withConfig(config).build());
        Jsonb plain = opening.apply(readerConfig());
        this.isStrict = Probe.isCutting(plain);
        this.reader = isStrict ? opened(strict(builders.get(), new StrictJson(json.get(), plain.getClass()))) : plain;
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
        return new JsonbCodec(JsonbBuilder::newBuilder, JsonProvider::provider);
    }

    /** Nulls are written, as JSON.stringify does; a fixed order, because {@link ComparingWriter} writes twice. */
    private static JsonbConfig config() {
        return new JsonbConfig()
                .withNullValues(true)
                .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
                .withBinaryDataStrategy(BinaryDataStrategy.BASE_64);
    }

    private static Jsonb strict(JsonbBuilder builder, JsonProvider json) {
        return builder.withConfig(readerConfig()).withProvider(json).build();
    }

    private static JsonbConfig readerConfig() {
        return config().withAdapters(new Base64Adapter(), new BufferAdapter());
    }

    @Override
    public String name() {
        return "JSON-B by " + reader.getClass().getName();
    }

    @Override
    public void checkReadable(Type type) {
        super.checkReadable(type);
        if (!readable.contains(type)) {
            checkCreatable(type);
            readable.add(type);
        }
    }

    private void checkCreatable(Type type) {
        Class<?> uncreatable = Uncreatable.in(type);
        if (uncreatable != null) {
            throw new PayloadException(uncreatable.getTypeName() + " cannot be read by " + name()
                    + ": allowed is a record, or a class that has a constructor without parameters or a @JsonbCreator");
        }
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
        StrictText text = new StrictText(json);
        try {
            return type instanceof Class<?> plain && JsonValue.class.isAssignableFrom(plain)
                    ? plain.cast(reader.fromJson(json, JsonValue.class))
                    : isStrict ? reader.fromJson(text, type) : reader.fromJson(json, type);
        } catch (RuntimeException | StackOverflowError e) {
            String path = text.path();
            throw Misfit.of(type, path == null ? path(e) : path, e);
        }
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
