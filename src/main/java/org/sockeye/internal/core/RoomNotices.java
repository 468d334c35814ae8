package org.sockeye.internal.core;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.sockeye.RoomListener;

/**
 * Tells the listeners which rooms there are, in the order in which it happened.
 *
 * <p>What happens is noted where it happens, under the lock that makes it happen, which gives the order; it is told later, on the dispatch, after
 * {@link #tell} was called without a lock. While nobody listens nothing is noted.
 */
final class RoomNotices {

    private final Listeners<RoomListener> listeners = new Listeners<>();
    private final Queue<Consumer<RoomListener>> notes = new ConcurrentLinkedQueue<>();
    private final NamespaceLane lane;

    RoomNotices(NamespaceLane lane) {
        this.lane = lane;
    }

    void add(RoomListener listener) {
        listeners.add(listener);
    }

    void note(Consumer<RoomListener> happened) {
        if (!listeners.isEmpty()) {
            notes.add(happened);
        }
    }

    /** Has what was noted told. Holds no lock, and neither may the caller. */
    void tell() {
        if (!notes.isEmpty()) {
            lane.add(this::tellAll);
        }
    }

    private void tellAll() {
        for (Consumer<RoomListener> note = notes.poll(); note != null; note = notes.poll()) {
            for (RoomListener listener : listeners.all()) {
                tell(listener, note);
            }
        }
    }

    private void tell(RoomListener listener, Consumer<RoomListener> note) {
        try {
            note.accept(listener);
        } catch (Throwable failure) {
            lane.failed("A room listener", failure);
        }
    }
}
