package org.sockeye.internal.core;

/** Says once of each event name that nobody listens to it. */
final class UnheardEvents {

    private final FirstTimes names = new FirstTimes();

    void note(String namespace, String name) {
        if (CoreLog.isDebug() && names.isFirst(name)) {
            CoreLog.debug(
                    "event {0} in namespace {1} reached neither a listener nor an observer",
                    CoreLog.printable(name), namespace);
        }
    }
}
