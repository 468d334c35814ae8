package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConfigurationException;
import org.sockeye.spi.PacketParser;

/** Finds the packet parser that a setting names. */
final class Parsers {

    private static final String DEFAULT = "default";

    private Parsers() {}

    /**
     * The parser of that name; null for the default, which is no service.
     *
     * @throws ConfigurationException if there is none of that name
     */
    static @Nullable PacketParser find(String name, ClassLoader application) {
        if (name.equals(DEFAULT)) {
            return null;
        }
        List<String> others = new ArrayList<>(List.of(DEFAULT));
        Iterator<PacketParser> parsers =
                ServiceLoader.load(PacketParser.class, application).iterator();
        while (parsers.hasNext()) {
            PacketParser found = next(parsers);
            if (found != null && found.name().equals(name)) {
                return found;
            }
            others.add(found == null ? "(one that cannot be loaded)" : found.name());
        }
        throw new ConfigurationException(
                "Setting \"parser\" is \"" + name + "\"; allowed is one of " + String.join(", ", others));
    }

    /** The next parser; null if it is not usable here. */
    private static @Nullable PacketParser next(Iterator<PacketParser> parsers) {
        try {
            return parsers.next();
        } catch (ServiceConfigurationError | LinkageError unusable) {
            LOG.log(Level.WARNING, "a packet parser is not usable here", unusable);
            return null;
        }
    }
}
