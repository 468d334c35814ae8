package org.sockeye.internal.core;

import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clients that are in no namespace yet, in the order in which they came.
 *
 * <p>A session costs whoever opens it one request, and the server its memory until it has to be in a namespace. So their number is bounded. A
 * further one makes the oldest give way: somebody who opens sessions and leaves them loses his own, while a client that means to connect does so
 * within a round trip, long before it is the oldest. If the new one were refused, it would be the other way round.
 */
final class Newcomers {

    private final int most;
    private final FirstTimes overruns;

    /** Guarded by this. */
    private final Set<Client> waiting = new LinkedHashSet<>();

    Newcomers(int most, FirstTimes overruns) {
        this.most = most;
        this.overruns = overruns;
    }

    void add(Client client) {
        Client oldest = enter(client);
        if (oldest != null) {
            CoreLog.log(
                    overruns.isFirst("maxUnconnectedSessions") ? Level.WARNING : Level.DEBUG,
                    "Session " + oldest.inLog() + " is closed: it was the first of more than " + most
                            + " that are in no namespace yet (setting maxUnconnectedSessions)");
            oldest.giveWay();
        }
    }

    synchronized void remove(Client client) {
        waiting.remove(client);
    }

    /** Those that wait now, the oldest first. A copy. */
    synchronized List<Client> all() {
        return List.copyOf(waiting);
    }

    synchronized int count() {
        return waiting.size();
    }

    private synchronized @Nullable Client enter(Client client) {
        waiting.add(client);
        if (waiting.size() <= most) {
            return null;
        }
        Iterator<Client> inOrder = waiting.iterator();
        Client oldest = inOrder.next();
        inOrder.remove();
        return oldest;
    }
}
