package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConfigurationException;
import org.sockeye.internal.core.UsableServices;
import org.sockeye.spi.JsonCodec;
import org.sockeye.spi.JsonCodecProvider;

/** Makes the JSON codec that a setting names. */
final class Codecs {

    private static final String AUTO = "auto";
    private static final String OURS = "org.sockeye.internal.";
    private static final String WITHOUT_LIBRARY = "builtin";

    private Codecs() {}

    /**
     * The codec of that name; with {@code auto} the first that can be made, of which the jar brings one that always can.
     *
     * @throws ConfigurationException if there is none of that name, or what it needs is not there
     */
    static JsonCodec find(String name, ClassLoader application) {
        List<JsonCodecProvider> providers = providers(application);
        return name.equals(AUTO) ? first(providers) : named(name, providers);
    }

    private static JsonCodec first(List<JsonCodecProvider> providers) {
        for (JsonCodecProvider provider : providers) {
            JsonCodec codec = create(provider);
            if (codec != null) {
                LOG.log(Level.DEBUG, () -> "Objects are read and written by " + codec.name());
                warnIfItKnowsNoObjects(provider);
                return codec;
            }
        }
        throw new ConfigurationException("There is no JSON codec, not even the built-in one");
    }

    private static void warnIfItKnowsNoObjects(JsonCodecProvider provider) {
        if (provider.name().equals(WITHOUT_LIBRARY)) {
            LOG.log(
                    Level.INFO,
                    "No JSON-B provider: what JSON itself has, and byte[], can be sent and received, but no objects."
                            + " For those, add org.eclipse:yasson to the application");
        }
    }

    private static @Nullable JsonCodec create(JsonCodecProvider provider) {
        try {
            return provider.create();
        } catch (LinkageError | ServiceConfigurationError | RuntimeException unusable) {
            boolean isOurs = provider.getClass().getName().startsWith(OURS);
            LOG.log(
                    isOurs ? Level.DEBUG : Level.WARNING,
                    () -> "The JSON codec " + provider.name() + " is not there",
                    unusable);
            return null;
        }
    }

    private static JsonCodec named(String name, List<JsonCodecProvider> providers) {
        for (JsonCodecProvider provider : providers) {
            if (provider.name().equals(name)) {
                return required(provider);
            }
        }
        throw new ConfigurationException("Setting \"jsonCodec\" is \"" + name + "\"; allowed is one of auto, "
                + providers.stream().map(JsonCodecProvider::name).collect(Collectors.joining(", ")));
    }

    private static JsonCodec required(JsonCodecProvider provider) {
        try {
            return provider.create();
        } catch (LinkageError | ServiceConfigurationError | RuntimeException unusable) {
            throw new ConfigurationException("Setting \"jsonCodec\" is \"" + provider.name()
                    + "\", but what it needs is not there: " + unusable);
        }
    }

    /** The application's own before ours, each in the order in which they are found. */
    private static List<JsonCodecProvider> providers(ClassLoader application) {
        List<JsonCodecProvider> usable = UsableServices.of(JsonCodecProvider.class, application, Level.WARNING);
        usable.sort(
                Comparator.comparing(provider -> provider.getClass().getName().startsWith(OURS)));
        return usable;
    }
}
