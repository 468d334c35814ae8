package org.sockeye.internal.integration.microprofile;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConfigurationException;
import org.sockeye.internal.core.PropertyProvider.Property;

/**
 * Reads the properties of one application.
 *
 * <p>Names that mean something are asked for, so that each source finds them in its own way: the environment has SOCKEYE_PINGINTERVAL
 * for sockeye.pingInterval. All others that begin alike are collected too, because a name that is written wrong must be found. But what the
 * environment has is left out of that: some implementations list its variables as if they were properties, and nobody says that a
 * variable that begins with SOCKEYE_ is meant for us.
 */
final class ConfigReader {

    private static final Logger LOG = System.getLogger("org.sockeye.microprofile");

    private final ClassLoader application;
    private final Map<String, String> environment;

    ConfigReader(ClassLoader application, Map<String, String> environment) {
        this.application = application;
        this.environment = environment;
    }

    List<Property> read(String prefix, Collection<String> known) {
        @Nullable Config config = config();
        return config == null ? List.of() : read(config, prefix, known);
    }

    /**
     * Some implementations keep a Config for each class loader until they are told to let go, and with it the application. A container that has told
     * them, or tells them later, does no harm.
     */
    void release() {
        @Nullable Config config = config();
        if (config != null) {
            ConfigProviderResolver.instance().releaseConfig(config);
        }
    }

    private @Nullable Config config() {
        try {
            return ConfigProvider.getConfig(application);
        } catch (IllegalStateException unimplemented) {
            LOG.log(
                    Level.DEBUG,
                    "No settings from MicroProfile Config, which has no implementation here",
                    unimplemented);
            return null;
        }
    }

    private List<Property> read(Config config, String prefix, Collection<String> known) {
        Map<String, Property> found = new TreeMap<>();
        known.forEach(name -> value(config, name)
                .ifPresent(value -> found.put(name, new Property(name, value, source(config, name)))));
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(prefix) && !known.contains(name) && !isOfEnvironment(name)) {
                found.put(name, new Property(name, value(config, name).orElse(""), source(config, name)));
            }
        }
        return new ArrayList<>(found.values());
    }

    /** An empty value is none, as MicroProfile Config has it; but not one that refers to something which is not there. */
    private static Optional<String> value(Config config, String name) {
        Optional<String> value = config.getOptionalValue(name, String.class);
        @Nullable ConfigValue origin = value.isPresent() ? null : config.getConfigValue(name);
        if (origin != null && origin.getValue() == null && origin.getRawValue() != null) {
            throw new ConfigurationException("Setting \"" + name.substring(name.lastIndexOf('.') + 1) + "\" is \""
                    + origin.getRawValue() + "\"; allowed is a value that refers only to what is there (given by "
                    + source(config, name) + ")");
        }
        return value;
    }

    private static String source(Config config, String name) {
        @Nullable ConfigValue origin = config.getConfigValue(name);
        @Nullable String source = origin == null ? null : origin.getSourceName();
        return "MicroProfile Config property " + name + (source == null ? "" : " of " + source);
    }

    /** Whether a variable has the name that MicroProfile Config looks for when it is asked for this property. */
    private boolean isOfEnvironment(String name) {
        String variable = name.replaceAll("[^A-Za-z0-9]", "_");
        return environment.containsKey(variable) || environment.containsKey(variable.toUpperCase(Locale.ROOT));
    }
}
