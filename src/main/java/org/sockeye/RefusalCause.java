package org.sockeye;

/** Why a server turned away a request, a client, or what a client wanted: what {@link ServerMetrics#refusals} counts by. */
public enum RefusalCause {
    /** A request named a transport that is not offered. */
    UNKNOWN_TRANSPORT,
    /** A request named a session that is not there: mostly a client that comes back after a restart, or to another server of a cluster. */
    UNKNOWN_SESSION,
    /** A session was to begin by another method than GET. */
    BAD_METHOD,
    /** A request broke another rule of Engine.IO, or came while the server was being stopped. */
    BAD_REQUEST,
    /** A client spoke a revision of Engine.IO that is not understood; see the setting {@code allowEIO3}. */
    UNSUPPORTED_PROTOCOL,
    /** A request filter of the application refused a session. */
    FORBIDDEN,
    /** A page of another site asked for a WebSocket; see the setting {@code corsOrigins}. */
    ORIGIN,
    /** A request of a session came with another principal than the one that began it. */
    PRINCIPAL,
    /** There were as many sessions as the setting {@code maxSessions} allows. */
    TOO_MANY_SESSIONS,
    /** A client that was in no namespace gave way to others: setting {@code maxUnconnectedSessions}. */
    TOO_MANY_UNCONNECTED,
    /** A request body or a WebSocket message had more bytes than the setting {@code maxPayload} allows. */
    TOO_LARGE,
    /** A client was further ahead of its handlers than the setting {@code maxWaitingEvents} allows, and was closed. */
    TOO_MANY_EVENTS,
    /** A client did not read, and was closed: settings {@code maxOutboxBytes}, {@code maxOutboxPackets}. */
    OUTBOX_FULL,
    /** A client asked for a namespace that is not there. */
    UNKNOWN_NAMESPACE,
    /** A client asked for a namespace beside those that clients have created: setting {@code maxChildNamespaces}. */
    TOO_MANY_NAMESPACES,
    /** A middleware or an observer of the application refused a client in a namespace. */
    APPLICATION
}
