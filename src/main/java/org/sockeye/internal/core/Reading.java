package org.sockeye.internal.core;

/**
 * What of the {@link RecoveryLog} a client can have read, by numbers of events.
 *
 * <p>An event that was sent may have been lost on its way, so only the client can say what it has read; but which event was the last that was
 * meant for it is known here. A client that has read that one has missed nothing until it went, however long ago that event was.
 *
 * @param start the latest event when the client connected
 * @param lastForIt the last event that was for the client, or {@code start} if none was
 * @param end the latest event when the client went; what came later was not sent to it
 */
record Reading(long start, long lastForIt, long end) {

    /** After which event the client is to go on, if that is the last one that it has read. One from before it connected is none that it has missed. */
    long goesOnAfter(long lastRead) {
        long read = Math.max(lastRead, start);
        return read >= lastForIt ? Math.max(read, end) : read;
    }
}
