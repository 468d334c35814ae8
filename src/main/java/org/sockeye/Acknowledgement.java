package org.sockeye;

import org.jspecify.annotations.Nullable;

/**
 * Answers the callback that a client passed with an event.
 *
 * <p>The object itself, never a proxy: it may be kept and used later, from any thread. The first answer wins.
 */
public interface Acknowledgement {

    /** Whether the client passed a callback, and so waits for an answer. */
    boolean isRequested();

    /**
     * Sends the arguments to the client's callback.
     *
     * <p>The arguments are encoded when this method returns; an array is one argument unless it is an {@code Object[]}.
     *
     * @return whether this was the answer: {@code false} when the client asked for none, or was answered before
     * @throws PayloadException if an argument cannot be written as JSON; the acknowledgement is then still open
     */
    boolean answer(@Nullable Object... arguments);
}
