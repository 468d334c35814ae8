package org.sockeye.internal.core;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the first time of something from later ones, so that what a client can do again and again does not fill the log. Safe for any thread.
 *
 * <p>Remembers a bounded number of things, by their beginnings, since clients choose them. Beyond that nothing is a first time.
 */
public final class FirstTimes {

    private static final int MOST = 100;
    private static final int MOST_CHARACTERS = 200;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Whether this happens for the first time. */
    public boolean isFirst(String what) {
        return seen.size() < MOST && seen.add(what.substring(0, Math.min(what.length(), MOST_CHARACTERS)));
    }
}
