package org.sockeye;

import org.jspecify.annotations.Nullable;

/** One event as a client sent it: its name, who sent it, its arguments, and how to answer. */
public interface SocketEvent extends Arguments {

    /** The event's name, exactly as the client chose it: never trust it as anything but a label. */
    String name();

    /** The socket that sent the event. */
    Socket socket();

    /** The acknowledgement of this event; it exists also when the client asked for none, and then does nothing. */
    Acknowledgement acknowledgement();

    /** Short for {@code acknowledgement().answer(arguments)}. */
    default boolean answer(@Nullable Object... arguments) {
        return acknowledgement().answer(arguments);
    }
}
