package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectListener;
import org.sockeye.DisconnectReason;
import org.sockeye.SocketError.Kind;

/** The disconnect listeners of one socket, each told once. */
final class DisconnectListeners {

    private final CoreSocket socket;
    /** Guarded by this. */
    private final List<DisconnectListener> listeners = new ArrayList<>();

    private @Nullable DisconnectReason told; // guarded by this; the reason, once the listeners have been told

    DisconnectListeners(CoreSocket socket) {
        this.socket = socket;
    }

    /** Adds a listener; one that comes too late is told in the lane. */
    void add(DisconnectListener listener) {
        DisconnectReason reason;
        synchronized (this) {
            reason = told;
            if (reason == null) {
                listeners.add(listener);
            }
        }
        if (reason != null) {
            socket.lane().add(() -> tell(listener, reason));
        }
    }

    /** Tells everyone, in the lane. */
    void tell(DisconnectReason reason) {
        List<DisconnectListener> waiting;
        synchronized (this) {
            told = reason;
            waiting = List.copyOf(listeners);
            listeners.clear();
        }
        waiting.forEach(listener -> tell(listener, reason));
    }

    private void tell(DisconnectListener listener, DisconnectReason reason) {
        try {
            listener.disconnected(reason);
        } catch (Throwable failure) {
            socket.failed(Kind.LISTENER, "A disconnect listener", failure);
        }
    }
}
