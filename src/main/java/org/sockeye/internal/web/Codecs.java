package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.sockeye.spi.JsonCodec;

/** Finds the JSON codec: the first whose API and provider are there. */
final class Codecs {

    private Codecs() {}

    static JsonCodec find(ClassLoader application) {
        Iterator<JsonCodec> codecs =
                ServiceLoader.load(JsonCodec.class, application).iterator();
        while (true) {
            try {
                return codecs.next();
            } catch (ServiceConfigurationError | LinkageError unusable) {
                LOG.log(Level.DEBUG, "a JSON codec is not usable here", unusable);
            }
        }
    }
}
