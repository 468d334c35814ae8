package org.sockeye.internal.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.Timer;

/**
 * The sessions whose clients may come back, by their secret. Each waits for the same time, and there are only so many: a further one makes the oldest
 * expire. Safe for any thread; no lock is held while somebody is told that a session has expired.
 */
final class RecoverableSessions {

    private record Waiting(AbsentSocket session, long deadline) {}

    private final int most;
    private final long patience;
    private final Timer timer;
    private final Consumer<AbsentSocket> onExpired;
    private final Sweep sweep;

    /** Guarded by this. The oldest first. */
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    /** Guarded by this. */
    private boolean ended;

    RecoverableSessions(int most, Duration patience, Timer timer, Consumer<AbsentSocket> onExpired) {
        this.most = most;
        this.patience = patience.toNanos();
        this.timer = timer;
        this.onExpired = onExpired;
        this.sweep = new Sweep(timer, this::expireOld);
    }

    /** A session waits from now on. */
    void add(AbsentSocket session) {
        AbsentSocket pushedOut = enter(session);
        sweep.await(patience);
        if (pushedOut != null) {
            onExpired.accept(pushedOut);
        }
    }

    /** The session with this secret, which does not wait any more; {@code null} if none does in that namespace. */
    synchronized @Nullable AbsentSocket take(String namespace, String pid) {
        Waiting found = waiting.get(pid);
        if (found == null
                || !found.session.namespace().name().equals(namespace)
                || found.deadline <= timer.nanoTime()) {
            return null;
        }
        waiting.remove(pid);
        return found.session;
    }

    /** The session with this secret, which waits on; {@code null} if none does. */
    synchronized @Nullable AbsentSocket peek(String pid) {
        Waiting found = waiting.get(pid);
        return found == null ? null : found.session;
    }

    synchronized int count() {
        return waiting.size();
    }

    /** Forgets all of them, and takes no further ones. Nobody is told. */
    void end() {
        synchronized (this) {
            ended = true;
            waiting.clear();
        }
        sweep.end();
    }

    private synchronized @Nullable AbsentSocket enter(AbsentSocket session) {
        if (ended) {
            return null;
        }
        waiting.put(session.pid(), new Waiting(session, timer.nanoTime() + patience));
        return waiting.size() > most ? removeFirst() : null;
    }

    private AbsentSocket removeFirst() {
        Iterator<Waiting> oldestFirst = waiting.values().iterator();
        AbsentSocket oldest = oldestFirst.next().session;
        oldestFirst.remove();
        return oldest;
    }

    private OptionalLong expireOld() {
        List<AbsentSocket> expired = new ArrayList<>();
        OptionalLong next = takeOld(expired);
        expired.forEach(onExpired);
        return next;
    }

    private synchronized OptionalLong takeOld(List<AbsentSocket> expired) {
        while (!waiting.isEmpty()) {
            long left = waiting.values().iterator().next().deadline - timer.nanoTime();
            if (left > 0) {
                return OptionalLong.of(left);
            }
            expired.add(removeFirst());
        }
        return OptionalLong.empty();
    }
}
