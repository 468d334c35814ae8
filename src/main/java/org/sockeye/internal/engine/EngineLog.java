package org.sockeye.internal.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** The log of this package, as {@code org.sockeye.engine}. */
final class EngineLog {

    private static final Logger LOG = System.getLogger("org.sockeye.engine");
    private static final int LONGEST_QUOTE = 80;
    private static final int SHORT = 6;

    private EngineLog() {}

    static void debug(Supplier<String> message) {
        LOG.log(Level.DEBUG, message);
    }

    static void failure(String message, Throwable thrown) {
        LOG.log(Level.WARNING, message, thrown);
    }

    /** The beginning of a session id: the whole is a secret. */
    static String shortened(String sid) {
        return sid.substring(0, Math.min(sid.length(), SHORT)) + "...";
    }

    /** Text that a client chose, made safe for a line of a log. */
    static String quote(String text) {
        StringBuilder safe = new StringBuilder("\"");
        int length = Math.min(text.length(), LONGEST_QUOTE);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            safe.append(c < ' ' || c > '~' || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : "" + c);
        }
        return safe.append(length < text.length() ? "\"..." : "\"").toString();
    }
}
