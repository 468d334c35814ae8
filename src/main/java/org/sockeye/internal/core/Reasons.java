package org.sockeye.internal.core;

import org.sockeye.DisconnectReason;
import org.sockeye.internal.engine.CloseReason;

/** Why a socket is gone when its session is. */
final class Reasons {

    private Reasons() {}

    static DisconnectReason of(CloseReason reason) {
        return switch (reason) {
            case PING_TIMEOUT -> DisconnectReason.PING_TIMEOUT;
            case TRANSPORT_CLOSE -> DisconnectReason.TRANSPORT_CLOSE;
            case TRANSPORT_ERROR -> DisconnectReason.TRANSPORT_ERROR;
            case PARSE_ERROR -> DisconnectReason.PARSE_ERROR;
            case FORCED_CLOSE -> DisconnectReason.FORCED_CLOSE;
            case SERVER_SHUTTING_DOWN -> DisconnectReason.SERVER_SHUTTING_DOWN;
            case OUTBOX_FULL -> DisconnectReason.OUTBOX_FULL;
        };
    }

    /** Whether the client may come back: it, or the connection, was lost, but nobody meant the socket to end. */
    static boolean areRecoverable(DisconnectReason reason) {
        return switch (reason) {
            case TRANSPORT_ERROR,
                    TRANSPORT_CLOSE,
                    FORCED_CLOSE,
                    PING_TIMEOUT,
                    SERVER_SHUTTING_DOWN,
                    FORCED_SERVER_CLOSE,
                    OUTBOX_FULL -> true;
            case CLIENT_NAMESPACE_DISCONNECT, SERVER_NAMESPACE_DISCONNECT, PARSE_ERROR -> false;
        };
    }
}
