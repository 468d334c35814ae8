package org.sockeye.internal.core;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sockeye.DisconnectedException;

/** The questions to many that are still open. A server that stops has no deadlines any more: it ends them itself. */
final class Questions {

    private final Set<Gathering<?>> open = ConcurrentHashMap.newKeySet();
    /** Set once. Whoever adds a question looks at it afterwards, whoever sets it looks for questions afterwards. */
    private volatile boolean closed;

    void add(Gathering<?> question) {
        open.add(question);
        if (closed) {
            end(question);
        }
    }

    void remove(Gathering<?> question) {
        open.remove(question);
    }

    /** How many are open. */
    int count() {
        return open.size();
    }

    /** The server stops. */
    void close() {
        closed = true;
        open.forEach(Questions::end);
    }

    private static void end(Gathering<?> question) {
        question.fail(new DisconnectedException("The server is closed"));
    }
}
