package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.sockeye.spi.JsonCodec;

/** Finds the JSON codec, the first that can be loaded; the jar brings one that always can. */
final class Codecs {

    private Codecs() {}

    static JsonCodec find(ClassLoader application) {
        Iterator<JsonCodec> codecs =
                ServiceLoader.load(JsonCodec.class, application).iterator();
        @Nullable JsonCodec found;
        do {
            found = next(codecs);
        } while (found == null);
        return found;
    }

    /** The next codec; null if it is not usable here. */
    private static @Nullable JsonCodec next(Iterator<JsonCodec> codecs) {
        try {
            return codecs.next();
        } catch (ServiceConfigurationError | LinkageError unusable) {
            LOG.log(Level.DEBUG, "a JSON codec is not usable here", unusable);
            return null;
        }
    }
}
