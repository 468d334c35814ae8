package org.sockeye.internal.core;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.sockeye.PayloadException;

/** The log of this package, and how a text that a client chose may stand in it. */
final class CoreLog {

    private static final Logger LOG = System.getLogger("org.sockeye.core");
    private static final int MOST_CHARACTERS = 64;

    private CoreLog() {}

    static boolean isDebug() {
        return LOG.isLoggable(Level.DEBUG);
    }

    /** One line of what goes on, with {@code {0}} and so on for the arguments. */
    static void debug(String format, Object... arguments) {
        LOG.log(Level.DEBUG, format, arguments);
    }

    static void warn(String message) {
        log(Level.WARNING, message);
    }

    static void warn(String message, Throwable thrown) {
        log(Level.WARNING, message, thrown);
    }

    static void log(Level level, String message) {
        LOG.log(level, message);
    }

    static void log(Level level, String message, Throwable thrown) {
        LOG.log(level, message, thrown);
    }

    /** Code of the application threw. What is wrong with a payload or its type is said by the message, in one line. */
    static void failed(String what, Throwable failure) {
        if (failure instanceof PayloadException) {
            LOG.log(Level.ERROR, what + " threw: " + failure.getMessage());
            LOG.log(Level.DEBUG, "it was thrown here", failure);
        } else {
            LOG.log(Level.ERROR, what + " threw", failure);
        }
    }

    /** A text that a client chose, escaped and cut. */
    static String printable(String text) {
        return printable(text, MOST_CHARACTERS);
    }

    /** What was thrown, in one line, escaped and cut as a client may have a part in it. */
    static String printable(Throwable thrown) {
        return printable(thrown.toString(), 4 * MOST_CHARACTERS);
    }

    private static String printable(String text, int most) {
        StringBuilder safe = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), most); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
            safe.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return safe.append(text.length() > most ? "...\"" : "\"").toString();
    }
}
