package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import java.lang.System.Logger.Level;
import org.sockeye.internal.core.FirstTimes;

/** Logs failures that a client could bring about again and again: the first of a kind as a warning. */
final class Failures {

    private final FirstTimes seen = new FirstTimes();

    void log(String what, Throwable failure) {
        LOG.log(seen.isFirst(what + failure.getClass().getName()) ? Level.WARNING : Level.DEBUG, what, failure);
    }
}
