package org.sockeye;

/** Why a socket is gone, in the words of the Socket.IO documentation where it has them. */
public enum DisconnectReason {
    /** The client left the namespace by {@code socket.disconnect()}. */
    CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect"),
    /** The application called {@link Socket#disconnect()}. */
    SERVER_NAMESPACE_DISCONNECT("server namespace disconnect"),
    /** The server is being stopped. */
    SERVER_SHUTTING_DOWN("server shutting down"),
    /** The client did not answer a heartbeat in time. */
    PING_TIMEOUT("ping timeout"),
    /** The client closed its tab, or lost its network. */
    TRANSPORT_CLOSE("transport close"),
    /** The connection met an error. */
    TRANSPORT_ERROR("transport error"),
    /** The client sent something that is not Engine.IO. */
    PARSE_ERROR("parse error"),
    /** The server closed the connection, for one because the client sent something that is not Socket.IO. */
    FORCED_CLOSE("forced close"),
    /**
     * The client sent a packet that its state does not allow, or was further ahead of its handlers than the setting {@code maxWaitingEvents}
     * allows.
     */
    FORCED_SERVER_CLOSE("forced server close"),
    /** The client did not read, and more was to wait for it than may: settings {@code maxOutboxBytes}, {@code maxOutboxPackets}. */
    OUTBOX_FULL("outbox full");

    private final String text;

    DisconnectReason(String text) {
        this.text = text;
    }

    /** The reason in words: {@code "transport close"}. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
