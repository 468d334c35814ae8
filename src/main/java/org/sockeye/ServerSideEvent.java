package org.sockeye;

import org.jspecify.annotations.Nullable;

/** An event that another server of the cluster has sent. */
public interface ServerSideEvent extends Arguments {

    /** The event's name. */
    String name();

    /**
     * Sends the arguments to the server that asked. The first answer wins.
     *
     * @return whether this was the answer: {@code false} when none was asked for, or one was given before
     * @throws PayloadException if an argument cannot be written as JSON; the event may then still be answered
     */
    boolean answer(@Nullable Object... arguments);
}
