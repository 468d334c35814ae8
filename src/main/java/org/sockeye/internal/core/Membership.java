package org.sockeye.internal.core;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rooms that one socket is in. Under one lock it keeps their names, and has the namespace know of the socket what they say; the phase is
 * asked there, so that a socket that is gone enters nothing any more.
 */
final class Membership {

    private final CoreSocket socket;
    private final Rooms all;
    private final SocketPhase phase;
    /** Guarded by this. */
    private final Set<String> names = new LinkedHashSet<>();

    private boolean ended; // guarded by this

    Membership(CoreSocket socket, Rooms all, SocketPhase phase) {
        this.socket = socket;
        this.all = all;
        this.phase = phase;
    }

    /** The names. A copy. */
    synchronized Set<String> rooms() {
        return new LinkedHashSet<>(names);
    }

    /** All or, if one of them is {@code null}, none. */
    synchronized void join(String... rooms) {
        for (String room : List.of(rooms)) {
            if (!phase.isGone() && names.add(room)) {
                all.join(socket, room);
            }
        }
    }

    /** All or, if one of them is {@code null}, none. */
    synchronized void leave(String... rooms) {
        for (String room : List.of(rooms)) {
            if (names.remove(room) && !ended) {
                all.leave(socket, room);
            }
        }
    }

    /**
     * Has the client told, and lets others reach the socket; answers false when it has gone meanwhile. What the client sends as soon as it is told
     * finds the socket connected, since whoever ends it waits for this lock.
     */
    synchronized boolean connect(Runnable welcome) {
        if (!phase.onAccepted()) {
            return false;
        }
        welcome.run();
        phase.onConnected();
        all.add(socket);
        return true;
    }

    /** Whether the socket is connected; one that is just being connected is awaited. */
    synchronized boolean isConnected() {
        return phase.isConnected();
    }

    /** The socket is gone, and nobody reaches it by a room any more; what rooms it was in is still known until they are {@link #forget() forgotten}. */
    synchronized void end() {
        ended = true;
        names.forEach(room -> all.leave(socket, room));
        all.remove(socket);
    }

    /** Nobody wants to know any more which rooms the socket was in. */
    synchronized void forget() {
        names.clear();
    }
}
