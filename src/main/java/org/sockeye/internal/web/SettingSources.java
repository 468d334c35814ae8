package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.sockeye.ConfigurationException;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.core.PropertyProvider;
import org.sockeye.internal.core.PropertyProvider.Property;
import org.sockeye.internal.core.UsableServices;

/**
 * The settings that an application gives by names that begin with {@code sockeye.}: {@code sockeye.pingInterval} for every server,
 * {@code sockeye.chat.pingInterval} for the one that is named chat. What is for one server is stronger than what is for all.
 */
final class SettingSources {

    static final String PREFIX = "sockeye.";

    private SettingSources() {}

    /**
     * The context-params of web.xml, the weakest first.
     *
     * @throws ConfigurationException if one names a server that there is not
     */
    static List<GivenSetting> contextParams(ServletContext context, Collection<String> servers) {
        return settings(
                Collections.list(context.getInitParameterNames()).stream()
                        .filter(name -> name.startsWith(PREFIX))
                        .sorted()
                        .map(name -> new Property(
                                name,
                                String.valueOf(context.getInitParameter(name)),
                                "context-param " + Log.safe(name))),
                servers);
    }

    /**
     * The properties of MicroProfile Config where that is present, the weakest first.
     *
     * @throws ConfigurationException if one names a server that there is not
     */
    static List<GivenSetting> properties(ClassLoader application, Collection<String> servers) {
        List<String> known = known(servers);
        Stream<Property> found = UsableServices.of(PropertyProvider.class, application, Level.DEBUG).stream()
                .flatMap(provider -> provider.properties(application, PREFIX, known).stream());
        return settings(found, servers);
    }

    /** The application ends: what was kept for it is let go of. */
    static void release(ClassLoader application) {
        for (PropertyProvider provider : UsableServices.of(PropertyProvider.class, application, Level.DEBUG)) {
            try {
                provider.release(application);
            } catch (RuntimeException | LinkageError failed) {
                LOG.log(Level.DEBUG, "a source of properties could not be released", failed);
            }
        }
    }

    private static List<String> known(Collection<String> servers) {
        List<String> known = new ArrayList<>();
        for (String setting : SocketIoConfig.names()) {
            known.add(PREFIX + setting);
            servers.forEach(server -> known.add(PREFIX + server + "." + setting));
        }
        return known;
    }

    private static List<GivenSetting> settings(Stream<Property> properties, Collection<String> servers) {
        List<GivenSetting> settings =
                properties.map(property -> setting(property, servers)).toList();
        return Stream.concat(
                        settings.stream().filter(setting -> setting.server().isEmpty()),
                        settings.stream().filter(setting -> !setting.server().isEmpty()))
                .toList();
    }

    /** No setting has a dot in its name; servlets may. */
    private static GivenSetting setting(Property property, Collection<String> servers) {
        String name = property.name().substring(PREFIX.length());
        int dot = name.lastIndexOf('.');
        if (dot >= 0 && !servers.contains(name.substring(0, dot))) {
            throw new ConfigurationException("Setting \"" + Log.safe(name.substring(dot + 1)) + "\" is \""
                    + Log.safe(property.value()) + "\" for a server \"" + Log.safe(name.substring(0, dot))
                    + "\"; a server's name is that of its servlet, and allowed is one of " + String.join(", ", servers)
                    + " (given by " + property.source() + ")");
        }
        return new GivenSetting(
                dot < 0 ? "" : name.substring(0, dot), name.substring(dot + 1), property.value(), property.source());
    }
}
