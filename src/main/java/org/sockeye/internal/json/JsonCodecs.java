package org.sockeye.internal.json;

import java.lang.System.Logger.Level;
import java.lang.reflect.Type;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;
import org.sockeye.spi.JsonCodec;

/**
 * The codec of this container: over JSON-B where an API and a provider can be loaded, else the built-in one.
 *
 * <p>The first class of this package that is loaded, as a service: it names no JSON type, because on a plain servlet container there
 * is none. JSON-B looks for its provider by the context class loader of the thread that makes the codec.
 */
public final class JsonCodecs implements JsonCodec {

    private static final System.Logger LOG = System.getLogger("org.sockeye.json");

    private final JsonCodec chosen = choose();

    private static JsonCodec choose() {
        try {
            JsonCodec codec = JsonbCodec.create();
            LOG.log(Level.DEBUG, () -> "Objects are read and written by " + codec.name());
            return codec;
        } catch (LinkageError | ServiceConfigurationError | RuntimeException e) {
            LOG.log(
                    Level.INFO,
                    "No JSON-B provider: what JSON itself has, and byte[], can be sent and received, but no objects."
                            + " For those, add org.eclipse:yasson to the application");
            LOG.log(Level.DEBUG, "JSON-B is not there", e);
            return new BuiltInCodec();
        }
    }

    @Override
    public String name() {
        return chosen.name();
    }

    @Override
    public void checkReadable(Type type) {
        chosen.checkReadable(type);
    }

    @Override
    public String write(@Nullable Object value, List<byte[]> attachments) {
        return chosen.write(value, attachments);
    }

    @Override
    public @Nullable Object read(String json, Type type, List<byte[]> attachments) {
        return chosen.read(json, type, attachments);
    }

    @Override
    public void close() {
        chosen.close();
    }
}
