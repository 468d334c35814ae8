package org.sockeye.internal.core;

import java.util.List;
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
    private final Queue<Note> notes = new ConcurrentLinkedQueue<>();
    private final NamespaceLane lane;

    RoomNotices(NamespaceLane lane) {
        this.lane = lane;
    }

    void add(RoomListener listener) {
        listeners.add(listener);
    }

    void note(Consumer<RoomListener> happened) {
        List<RoomListener> told = listeners.all();
        if (!told.isEmpty()) {
            notes.add(new Note(told, happened));
        }
    }

    /** Has what was noted told. Holds no lock, and neither may the caller. */
    void tell() {
        if (!notes.isEmpty()) {
            lane.add(this::tellAll);
        }
    }

    private void tellAll() {
        for (Note note = notes.poll(); note != null; note = notes.poll()) {
            for (RoomListener listener : note.told()) {
                tell(listener, note.happened());
            }
        }
    }

    private void tell(RoomListener listener, Consumer<RoomListener> happened) {
        try {
            happened.accept(listener);
        } catch (Throwable failure) {
            lane.failed("A room listener", failure);
        }
    }

    /** Something that happened, and those who listened when it did. */
    private record Note(List<RoomListener> told, Consumer<RoomListener> happened) {}
}
