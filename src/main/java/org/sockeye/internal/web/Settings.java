package org.sockeye.internal.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sockeye.ConfigurationException;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.ProducedSettings.Produced;
import org.sockeye.internal.core.ServerDirectory;

/**
 * The settings of the servers of an application, from all places where they may be given. The first of these that gives a setting wins: the
 * init-params of the servlet, context-params, MicroProfile Config, beans; in each place, what is for one server before what is for all. What does
 * not win must be right nevertheless.
 */
final class Settings {

    private static final String PATH = "path";
    private static final String DEFAULT_SERVER = "defaultServer";
    private static final String COOKIE_PATH = "cookiePath";

    private final String contextPath;
    private final ServerDirectory directory;
    private final List<GivenSetting> contextParams;
    private final List<GivenSetting> properties;
    private final int servers;

    private Settings(ServletContext context, ClassLoader application, Collection<String> servers) {
        this.contextPath = context.getContextPath();
        this.directory = ServerDirectory.of(application);
        this.contextParams = SettingSources.contextParams(context, servers);
        this.properties = SettingSources.properties(application, servers);
        this.servers = servers.size();
    }

    /**
     * Puts them together when the application starts; not earlier, because listeners may change them and beans produce them until then.
     *
     * @return the settings of each server, by its name
     * @throws ConfigurationException if one has an unknown name or a value that cannot work; the message says where it was given
     */
    static Map<String, ServerSettings> resolve(
            ServletContext context, ClassLoader application, Map<String, ServletRegistration> servlets) {
        Settings settings = new Settings(context, application, servlets.keySet());
        Map<String, ServerSettings> resolved = new TreeMap<>();
        servlets.forEach((name, servlet) -> resolved.put(name, settings.of(name, servlet)));
        Cookies.checkApart(resolved);
        return resolved;
    }

    private ServerSettings of(String name, ServletRegistration servlet) {
        ManagedServer server = directory.server(name);
        String path = Servlets.path(servlet);
        List<GivenSetting> given = new ArrayList<>(produced(server));
        Stream.of(properties, contextParams)
                .flatMap(List::stream)
                .filter(setting -> setting.isFor(name))
                .forEach(given::add);
        given.addAll(initParams(servlet));
        given.stream()
                .filter(setting -> setting.name().equals(PATH))
                .forEach(setting -> checkPath(name, setting, path));
        given.add(new GivenSetting(name, PATH, path, "the mapping of the servlet"));
        return withCookieOfItsOwn(name, checkDefault(server, ServerSettings.of(name, given)), given);
    }

    private List<GivenSetting> produced(ManagedServer server) {
        List<GivenSetting> given = new ArrayList<>();
        for (Produced produced : directory.settings().of(server)) {
            List<GivenSetting> ofBean = new ArrayList<>();
            produced.settings()
                    .given()
                    .forEach((name, value) ->
                            ofBean.add(new GivenSetting(server.name(), name, value, produced.source())));
            given.addAll(0, ofBean);
        }
        return given;
    }

    static List<GivenSetting> initParams(ServletRegistration servlet) {
        Map<String, String> parameters = new TreeMap<>(servlet.getInitParameters());
        List<GivenSetting> given = new ArrayList<>();
        parameters.forEach((name, value) -> given.add(new GivenSetting(
                servlet.getName(),
                name,
                value,
                "init-param " + Log.safe(name) + " of servlet " + Log.safe(servlet.getName()))));
        return given;
    }

    private static void checkPath(String server, GivenSetting setting, String path) {
        if (!ServerSettings.of(server, List.of(setting)).config().path().equals(path)) {
            throw ServerSettings.refusal(
                    server,
                    "Setting \"path\" is \"" + Log.safe(setting.value())
                            + "\", but the servlet is mapped to \"" + path
                            + "/*\"; allowed is the same path, or to leave the setting out",
                    setting);
        }
    }

    /** Which server is the default had to be known before there were beans; see {@link Servlets}. */
    private static ServerSettings checkDefault(ManagedServer server, ServerSettings settings) {
        if (settings.config().defaultServer() && !server.isDefault()) {
            throw settings.explained(new ConfigurationException("Setting \"" + DEFAULT_SERVER
                    + "\" is \"true\" too late; allowed is to set it in web.xml, as an init-param or a context-param"));
        }
        return settings;
    }

    /** The cookies of several servers must not overwrite each other. */
    private ServerSettings withCookieOfItsOwn(String name, ServerSettings settings, List<GivenSetting> given) {
        SocketIoConfig config = settings.config();
        if (servers == 1 || config.cookie().isEmpty() || settings.isGiven(COOKIE_PATH)) {
            return settings;
        }
        given.add(new GivenSetting(
                name,
                COOKIE_PATH,
                contextPath + config.path(),
                "the server's path, as the application has several servers"));
        return ServerSettings.of(name, given);
    }
}
