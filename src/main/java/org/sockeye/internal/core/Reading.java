package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;

/**
 * What of the {@link RecoveryLog} a client can have read, by places in it.
 *
 * <p>An event that was sent may have been lost on its way, so only the client can say what it has read; but which event was the last that was
 * meant for it is known here. A client that has read that one has missed nothing until it went, however long ago that event was.
 *
 * @param start the latest event when the client connected
 * @param last the last event that was for the client, {@code null} if none was
 * @param end the latest event when the client went; what came later was not sent to it
 */
record Reading(long start, RecoveryLog.@Nullable Mark last, long end) {

    /** After which event the client is to go on, if that is the last one that it has read. One from before it connected is none that it has missed. */
    long goesOnAfter(long lastRead) {
        long read = Math.max(lastRead, start);
        return last == null || read >= last.place() ? Math.max(read, end) : read;
    }
}
