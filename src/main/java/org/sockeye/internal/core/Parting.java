package org.sockeye.internal.core;

import java.util.function.Consumer;
import org.sockeye.DisconnectListener;

/** Who is told that a socket is gone: first those who want to see which rooms it was in, then the others. */
final class Parting {

    private final Membership membership;
    private final DisconnectListeners disconnecting;
    private final DisconnectListeners disconnected;
    /** Confined to the lane. */
    private boolean begun;

    Parting(Consumer<Runnable> lane, Membership membership, Consumer<Throwable> onFailure) {
        this.membership = membership;
        this.disconnecting = new DisconnectListeners(lane, onFailure);
        this.disconnected = new DisconnectListeners(lane, onFailure);
    }

    void addFirst(DisconnectListener listener) {
        disconnecting.add(listener);
    }

    void add(DisconnectListener listener) {
        disconnected.add(listener);
    }

    /** Tells those who are to see the rooms, the observers first; then the rooms are forgotten. In the lane. */
    void begin(Ending ending, Runnable observers) {
        begun = true;
        observers.run();
        disconnecting.tell(ending);
        membership.forget();
    }

    /** Whether it has begun. In the lane. */
    boolean hasBegun() {
        return begun;
    }

    /** Tells the others. In the lane. */
    void end(Ending ending) {
        disconnected.tell(ending);
    }
}
