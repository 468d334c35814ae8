package org.sockeye.internal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sockeye.ConfigurationException;
import org.sockeye.SocketIoConfig;

/** The settings of one server, and for messages where each was given. */
final class ServerSettings {

    private final String server;
    private final SocketIoConfig config;
    private final Map<String, GivenSetting> origins;

    private ServerSettings(String server, SocketIoConfig config, Map<String, GivenSetting> origins) {
        this.server = server;
        this.config = config;
        this.origins = origins;
    }

    /**
     * Puts together what was given, the weakest first: the last value of a setting is in force, and none may be wrong.
     *
     * @throws ConfigurationException if one has an unknown name or a value that cannot work; the message says where it was given
     */
    static ServerSettings of(String server, List<GivenSetting> ascending) {
        SocketIoConfig.Builder builder = SocketIoConfig.builder();
        Map<String, GivenSetting> origins = new LinkedHashMap<>();
        for (GivenSetting setting : ascending) {
            set(builder, server, setting);
            origins.put(setting.name(), setting);
        }
        try {
            return new ServerSettings(server, builder.build(), origins);
        } catch (ConfigurationException misfit) {
            throw explained(server, misfit, quoted(misfit, origins));
        }
    }

    private static void set(SocketIoConfig.Builder builder, String server, GivenSetting setting) {
        try {
            builder.set(setting.name(), setting.value());
        } catch (ConfigurationException refused) {
            throw explained(server, refused, List.of(setting));
        }
    }

    /** A problem with a setting of a server. */
    static ConfigurationException refusal(String server, String problem, GivenSetting about) {
        return explained(server, new ConfigurationException(problem), List.of(about));
    }

    SocketIoConfig config() {
        return config;
    }

    /** Whether somebody set this, and not only the default is in force. */
    boolean isGiven(String setting) {
        return origins.containsKey(setting);
    }

    /** The same problem, with where each setting that the message quotes was given. */
    ConfigurationException explained(ConfigurationException problem) {
        return explained(server, problem, quoted(problem, origins));
    }

    private static List<GivenSetting> quoted(ConfigurationException problem, Map<String, GivenSetting> origins) {
        String message = String.valueOf(problem.getMessage());
        return origins.values().stream()
                .filter(setting -> message.contains("\"" + setting.name() + "\""))
                .toList();
    }

    private static ConfigurationException explained(
            String server, ConfigurationException problem, List<GivenSetting> about) {
        String given = about.stream()
                .map(setting -> Log.safe(setting.name()) + " by " + setting.source())
                .collect(Collectors.joining(", "));
        return new ConfigurationException("Server \"" + Log.safe(server) + "\": " + problem.getMessage()
                + (given.isEmpty() ? "" : " (given: " + given + ")"));
    }
}
