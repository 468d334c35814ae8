package org.sockeye.internal.web;

import jakarta.servlet.ServletRegistration;
import java.util.Map;
import java.util.TreeMap;
import org.sockeye.ConfigurationException;
import org.sockeye.SocketIoConfig;

/** The settings of a server: the init-params of its servlet, and the path that the servlet is mapped to. */
final class Settings {

    private static final String PATH = "path";
    private static final String WILDCARD = "/*";

    private Settings() {}

    /**
     * Reads them.
     *
     * @throws ConfigurationException if one has an unknown name or a value that cannot work
     */
    static SocketIoConfig of(ServletRegistration registration) {
        SocketIoConfig.Builder settings = SocketIoConfig.builder().set(PATH, path(registration));
        Map<String, String> parameters = new TreeMap<>(registration.getInitParameters());
        parameters.forEach((name, value) -> {
            if (!name.equals(PATH)) {
                settings.set(name, value);
            }
        });
        return checkPath(settings.build(), parameters);
    }

    private static String path(ServletRegistration registration) {
        return registration.getMappings().stream()
                .filter(mapping -> mapping.endsWith(WILDCARD))
                .map(mapping -> mapping.substring(0, mapping.length() - WILDCARD.length()))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("Servlet \"" + registration.getName() + "\" is mapped to "
                        + registration.getMappings() + "; allowed is a path that ends with /*, such as /socket.io/*"));
    }

    private static SocketIoConfig checkPath(SocketIoConfig config, Map<String, String> parameters) {
        String given = parameters.getOrDefault(PATH, config.path());
        if (!SocketIoConfig.builder().set(PATH, given).build().path().equals(config.path())) {
            throw new ConfigurationException(
                    "Setting \"path\" is \"" + Log.safe(given) + "\", but the servlet is mapped to \"" + config.path()
                            + "/*\"; allowed is the same path, or to leave the setting out");
        }
        return config;
    }
}
