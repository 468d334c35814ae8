package org.sockeye.internal.web;

import java.util.HashMap;
import java.util.Map;
import org.sockeye.ConfigurationException;
import org.sockeye.SocketIoConfig;

/** The cookies with session ids of several servers. */
final class Cookies {

    private Cookies() {}

    /** Refuses two that a browser would take for one. */
    static void checkApart(Map<String, ServerSettings> servers) {
        Map<String, String> seen = new HashMap<>();
        servers.forEach((server, settings) -> {
            SocketIoConfig config = settings.config();
            config.cookie().ifPresent(cookie -> {
                String other = seen.putIfAbsent(cookie + config.cookiePath(), server);
                if (other != null) {
                    throw settings.explained(new ConfigurationException("Setting \"cookie\" is \"" + cookie
                            + "\" and setting \"cookiePath\" is \"" + config.cookiePath() + "\", as for server \""
                            + other
                            + "\"; allowed are different names or paths"));
                }
            });
        });
    }
}
