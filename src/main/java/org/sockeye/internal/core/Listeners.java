package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Listeners of one kind in the order in which they are called. Whoever goes through them sees them as they were when it began. Safe for any thread. */
final class Listeners<L> {

    /** Replaced under this lock, never changed; volatile for those who only read. */
    private volatile List<L> all = List.of();

    void add(L listener) {
        Objects.requireNonNull(listener, "listener");
        change(listeners -> listeners.add(listener));
    }

    /** Adds a listener before the others. */
    void prepend(L listener) {
        Objects.requireNonNull(listener, "listener");
        change(listeners -> listeners.add(0, listener));
    }

    /** Takes a listener out, once if it is there several times. */
    void remove(L listener) {
        Objects.requireNonNull(listener, "listener");
        change(listeners -> listeners.remove(listener));
    }

    synchronized void clear() {
        all = List.of();
    }

    /** The listeners. A copy that never changes. */
    List<L> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    private synchronized void change(Consumer<List<L>> change) {
        List<L> changed = new ArrayList<>(all);
        change.accept(changed);
        all = List.copyOf(changed);
    }
}
