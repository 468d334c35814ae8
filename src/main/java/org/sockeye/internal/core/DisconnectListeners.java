package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectListener;

/** Listeners that are told of an end, each once. */
final class DisconnectListeners {

    private final Consumer<Runnable> lane;
    private final Consumer<Throwable> onFailure;
    /** Guarded by this. */
    private final List<DisconnectListener> listeners = new ArrayList<>();

    private @Nullable Ending told; // guarded by this; once the listeners have been told

    DisconnectListeners(Consumer<Runnable> lane, Consumer<Throwable> onFailure) {
        this.lane = lane;
        this.onFailure = onFailure;
    }

    /** Adds a listener; one that comes too late is told in the lane. */
    void add(DisconnectListener listener) {
        Objects.requireNonNull(listener, "listener");
        Ending ending;
        synchronized (this) {
            ending = told;
            if (ending == null) {
                listeners.add(listener);
            }
        }
        if (ending != null) {
            lane.accept(() -> tell(listener, ending));
        }
    }

    /** Tells everyone. Called in the lane. */
    void tell(Ending ending) {
        take(ending).forEach(listener -> tell(listener, ending));
    }

    /** Tells everyone, in the lane. */
    void end(Ending ending) {
        List<DisconnectListener> waiting = take(ending);
        if (!waiting.isEmpty()) {
            lane.accept(() -> waiting.forEach(listener -> tell(listener, ending)));
        }
    }

    private synchronized List<DisconnectListener> take(Ending ending) {
        told = ending;
        List<DisconnectListener> waiting = List.copyOf(listeners);
        listeners.clear();
        return waiting;
    }

    private void tell(DisconnectListener listener, Ending ending) {
        try {
            listener.disconnected(ending.reason(), ending.description());
        } catch (Throwable failure) {
            onFailure.accept(failure);
        }
    }
}
