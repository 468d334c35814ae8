package org.sockeye.internal.core;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says once of each event name that nobody listens to it. Remembers a bounded number of names, since clients choose them. */
final class UnheardEvents {

    private static final int MOST_NAMES = 100;
    private static final int MOST_CHARACTERS = 100;

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    void note(String namespace, String name) {
        if (!CoreLog.isDebug() || names.size() >= MOST_NAMES) {
            return;
        }
        String start = name.substring(0, Math.min(name.length(), MOST_CHARACTERS));
        if (names.add(namespace + ' ' + start)) {
            CoreLog.debug(
                    "event {0} in namespace {1} reached neither a listener nor an observer",
                    CoreLog.printable(start), namespace);
        }
    }
}
