package org.sockeye;

import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong in code of the application, or with what a client sent. None of these ends a session.
 *
 * @param kind what went wrong
 * @param socket the socket that it has to do with; {@code null} if it has to do with none
 * @param event the event that it has to do with, exactly as its sender chose it; {@code null} if it has to do with none
 * @param path where in the event's arguments the payload does not fit, such as {@code [0]} or {@code [0].age}; {@code null} for all other kinds
 * @param cause what was thrown
 */
public record SocketError(
        Kind kind, @Nullable Socket socket, @Nullable String event, @Nullable String path, Throwable cause) {

    /** What went wrong. */
    public enum Kind {
        /** A listener threw. */
        LISTENER,
        /** A CDI observer threw. */
        OBSERVER,
        /** A middleware of a namespace threw something other than a {@link ConnectionRefusedException}; the client was refused. */
        MIDDLEWARE,
        /** A middleware of a socket refused an event. */
        EVENT_REFUSED,
        /** A client sent an event that has an observer which is not for it: {@code @RolesAllowed} or {@code @DenyAll}. */
        FORBIDDEN,
        /** The arguments of an event do not fit what a listener or an observer asked for. */
        PAYLOAD,
        /** The arguments of an event violate constraints of the application; the cause is an {@link InvalidPayloadException}. */
        CONSTRAINT
    }
}
