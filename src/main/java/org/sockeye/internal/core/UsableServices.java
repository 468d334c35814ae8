package org.sockeye.internal.core;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** What the ServiceLoader finds, without that which needs a library that is not there. */
public final class UsableServices {

    private UsableServices() {}

    /**
     * Those of a type, in the order in which they are found.
     *
     * @param level at which the log has those that cannot be loaded
     */
    public static <T> List<T> of(Class<T> type, ClassLoader application, Level level) {
        List<T> usable = new ArrayList<>();
        Iterator<T> found = ServiceLoader.load(type, application).iterator();
        while (hasNext(found, type, level)) {
            try {
                usable.add(found.next());
            } catch (ServiceConfigurationError | LinkageError unusable) {
                log(level, type, unusable);
            }
        }
        return usable;
    }

    /** One whose superclass is not there fails while the next one is looked for; it is passed over then. */
    private static boolean hasNext(Iterator<?> found, Class<?> type, Level level) {
        while (true) {
            try {
                return found.hasNext();
            } catch (LinkageError unusable) {
                log(level, type, unusable);
            }
        }
    }

    private static void log(Level level, Class<?> type, Throwable unusable) {
        CoreLog.log(level, "A " + type.getSimpleName() + " is not usable here", unusable);
    }
}
