package org.sockeye.internal.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
import jakarta.json.bind.config.PropertyOrderStrategy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;
import org.sockeye.spi.JsonCodec;

/**
 * The built-in codec, and JSON-B for what is not built in.
 *
 * <p>A built-in type, with all that is inside it, is read and written as on a plain servlet container, whatever the provider. Other
 * types go to the provider whole, straight from the text and into it. JSON-B knows bytes as base64 strings only, and its
 * providers differ in whether they ask a serialiser about them. So bytes reach the provider as base64 (see {@link Placeholders}),
 * and are found in what it writes by the better of two ways: see {@link SerializerWriter} and {@link ComparingWriter}.
 */
final class JsonbCodec implements JsonCodec, Foreign {

    private static final System.Logger LOG = System.getLogger("org.sockeye.json");

    private final List<Jsonb> open = new ArrayList<>();
    private final Jsonb reader;
    final ObjectWriter writer;
    private final boolean publicOnly;

    JsonbCodec(Function<JsonbConfig, Jsonb> provider) {
        Function<JsonbConfig, Jsonb> opening = config -> opened(provider.apply(config));
        this.reader = opening.apply(config().withAdapters(new Base64Adapter()));
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
        if (type == void.class || type instanceof TypeVariable<?>) {
            throw new PayloadException("A value of type " + type.getTypeName() + " cannot be read: name a class");
        }
        Class<?> hidden = publicOnly ? HiddenClass.in(type) : null;
        if (hidden != null) {
            throw new PayloadException(hidden.getTypeName() + " cannot be read by " + name() + ": make it public");
        }
    }

    @Override
    public String write(@Nullable Object value, List<byte[]> attachments) {
        return BuiltInWriter.write(value, this, attachments);
    }

    /** JSON-P's objects and arrays are maps and lists, too. */
    @Override
    public boolean claims(Object container) {
        return container instanceof JsonValue;
    }

    @Override
    public String json(Object value, List<byte[]> attachments) {
        try {
            String json = value instanceof JsonValue ? value.toString() : writer.write(value, attachments);
            return JsonText.withoutLoneSurrogates(json);
        } catch (PayloadException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new PayloadException(
                    value.getClass().getTypeName() + " cannot be written as JSON: " + Misfit.reason(e), e);
        }
    }

    @Override
    public @Nullable Object read(String json, Type type, List<byte[]> attachments) {
        if (JavaTypes.areBuiltIn(type)) {
            return BuiltInReader.read(json, type, attachments);
        }
        checkReadable(type);
        if (JavaTypes.raw(type) == Optional.class) {
            return Optional.ofNullable(read(json, JavaTypes.element(type), attachments));
        }
        return bind(Placeholders.inline(json, attachments), type);
    }

    private @Nullable Object bind(String json, Type type) {
        try {
            return type instanceof Class<?> plain && JsonValue.class.isAssignableFrom(plain)
                    ? plain.cast(reader.fromJson(json, JsonValue.class))
                    : reader.fromJson(json, type);
        } catch (PayloadException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw Misfit.of(type, e);
        }
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
