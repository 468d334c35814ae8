package org.sockeye.internal.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConfigurationException;

/**
 * The servlets of an application that are servers: those that it declares, or one that is registered for it. What must be known for that, before
 * beans and MicroProfile Config can be asked, is said by web.xml alone: where a server is, and which one is the default.
 */
final class Servlets {

    private static final String DEFAULT_NAME = "sockeye";
    private static final String PATH = "path";
    private static final String DEFAULT_SERVER = "defaultServer";
    private static final String WILDCARD = "/*";

    private Servlets() {}

    /** By name. Called while the initializer runs: later the container tells of no servlets, and takes none. */
    static Map<String, ServletRegistration> of(ServletContext context) {
        Map<String, ServletRegistration> ours = new TreeMap<>();
        context.getServletRegistrations().forEach((name, registration) -> {
            if (SocketIoServlet.class.getName().equals(registration.getClassName())) {
                ours.put(name, registration);
            }
        });
        if (ours.isEmpty()) {
            ours.put(DEFAULT_NAME, register(context));
        }
        return ours;
    }

    private static ServletRegistration register(ServletContext context) {
        ServletRegistration.@Nullable Dynamic added = context.addServlet(DEFAULT_NAME, SocketIoServlet.class);
        if (added == null) {
            throw new ConfigurationException(
                    "The application has a servlet of another class that is named \"" + DEFAULT_NAME + "\"");
        }
        added.setAsyncSupported(true);
        added.setLoadOnStartup(1);
        String mapping = givenPath(context) + WILDCARD;
        if (!added.addMapping(mapping).isEmpty()) {
            throw new ConfigurationException("The application maps another servlet to " + mapping + "; declare "
                    + SocketIoServlet.class.getName()
                    + " in web.xml with a mapping of its own, or set context-param sockeye.path");
        }
        return added;
    }

    private static String givenPath(ServletContext context) {
        List<GivenSetting> given = new ArrayList<>(SettingSources.contextParams(context, Set.of(DEFAULT_NAME)));
        given.removeIf(setting -> !setting.name().equals(PATH));
        return ServerSettings.of(DEFAULT_NAME, given).config().path();
    }

    /** The only or the default one; {@code null} if there are several and none is. */
    static @Nullable String standard(ServletContext context, Map<String, ServletRegistration> servlets) {
        List<GivenSetting> params = SettingSources.contextParams(context, servlets.keySet());
        List<String> names = servlets.values().stream()
                .filter(servlet -> servlets.size() == 1 || saysThatItIsTheDefault(servlet, params))
                .map(ServletRegistration::getName)
                .toList();
        if (names.size() > 1) {
            throw new ConfigurationException("Setting \"" + DEFAULT_SERVER + "\" is \"true\" for the servers "
                    + String.join(", ", names) + "; allowed is one");
        }
        return names.isEmpty() ? null : names.get(0);
    }

    private static boolean saysThatItIsTheDefault(ServletRegistration servlet, List<GivenSetting> contextParams) {
        List<GivenSetting> given = new ArrayList<>(contextParams);
        given.addAll(Settings.initParams(servlet));
        given.removeIf(setting -> !setting.name().equals(DEFAULT_SERVER) || !setting.isFor(servlet.getName()));
        return ServerSettings.of(servlet.getName(), given).config().defaultServer();
    }

    /** The path that a servlet is mapped to. */
    static String path(ServletRegistration registration) {
        return registration.getMappings().stream()
                .filter(mapping -> mapping.endsWith(WILDCARD))
                .map(mapping -> mapping.substring(0, mapping.length() - WILDCARD.length()))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("Servlet \"" + registration.getName() + "\" is mapped to "
                        + registration.getMappings() + "; allowed is a path that ends with /*, such as /socket.io/*"));
    }
}
