package org.sockeye.internal.integration.microprofile;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sockeye.internal.core.PropertyProvider;

/** Reads MicroProfile Config; what names its types is loaded only where they are. Public for the ServiceLoader. */
public final class ConfigProperties implements PropertyProvider {

    private static final Logger LOG = System.getLogger("org.sockeye.microprofile");
    private static final String API = "org.eclipse.microprofile.config.ConfigProvider";

    private final Map<String, String> environment;

    /** Of the process that it runs in. */
    public ConfigProperties() {
        this(System.getenv());
    }

    ConfigProperties(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public List<Property> properties(ClassLoader application, String prefix, Collection<String> known) {
        return isPresent() ? new ConfigReader(application, environment).read(prefix, known) : List.of();
    }

    @Override
    public void release(ClassLoader application) {
        if (isPresent()) {
            new ConfigReader(application, environment).release();
        }
    }

    private boolean isPresent() {
        try {
            Class.forName(API, false, getClass().getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            LOG.log(Level.DEBUG, "No settings from MicroProfile Config, which is not there: {0}", absent.toString());
            return false;
        }
    }
}
