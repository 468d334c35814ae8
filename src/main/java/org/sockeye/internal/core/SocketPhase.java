package org.sockeye.internal.core;

import java.util.concurrent.atomic.AtomicReference;
import org.sockeye.DisconnectReason;

/** Where a socket is in its life. Each method named after an event says whether the event won. */
final class SocketPhase {

    private enum Phase {
        CANDIDATE,
        /** The client is being told, so it may send; nothing else may be sent to it yet. */
        ACCEPTED,
        CONNECTED,
        /** It never was connected. */
        ABANDONED,
        /** It was connected, and the client has gone. */
        LEFT,
        /** It was connected, and the server has ended it. */
        EXPELLED
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CANDIDATE);

    boolean onAccepted() {
        return phase.compareAndSet(Phase.CANDIDATE, Phase.ACCEPTED);
    }

    boolean onConnected() {
        return phase.compareAndSet(Phase.ACCEPTED, Phase.CONNECTED);
    }

    boolean onDisconnected(DisconnectReason reason) {
        return phase.compareAndSet(Phase.CONNECTED, isClientsDoing(reason) ? Phase.LEFT : Phase.EXPELLED);
    }

    boolean onAbandoned() {
        return phase.compareAndSet(Phase.CANDIDATE, Phase.ABANDONED);
    }

    boolean isCandidate() {
        return phase.get() == Phase.CANDIDATE;
    }

    boolean isConnected() {
        return phase.get() == Phase.CONNECTED;
    }

    boolean isGone() {
        Phase now = phase.get();
        return now == Phase.ABANDONED || now == Phase.LEFT || now == Phase.EXPELLED;
    }

    /** Whether the client may send to this socket. */
    boolean mayReceive() {
        Phase now = phase.get();
        return now == Phase.ACCEPTED || now == Phase.CONNECTED;
    }

    /**
     * Whether an event that was received is still to be delivered. One that a client sent before it left is; once the server has
     * ended the connection, nothing that waits is delivered any more.
     */
    boolean mayDeliver() {
        Phase now = phase.get();
        return now == Phase.CONNECTED || now == Phase.LEFT;
    }

    private static boolean isClientsDoing(DisconnectReason reason) {
        return switch (reason) {
            case CLIENT_NAMESPACE_DISCONNECT, TRANSPORT_CLOSE, TRANSPORT_ERROR, PING_TIMEOUT, OUTBOX_FULL -> true;
            default -> false;
        };
    }
}
