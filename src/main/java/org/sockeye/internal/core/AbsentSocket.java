package org.sockeye.internal.core;

import java.util.Set;

/**
 * A socket whose client may come back.
 *
 * @param lane the lane of the client that it had, where what is said of the socket comes after what the client said
 * @param read what the client can have read
 */
record AbsentSocket(String namespace, String id, String pid, Set<String> rooms, EventLane lane, Reading read) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "AbsentSocket " + CoreLog.printable(id);
    }
}
