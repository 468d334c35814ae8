package org.sockeye.cdi;

import org.jspecify.annotations.Nullable;
import org.sockeye.SocketError;

/**
 * Decides what a client is answered whose event could not be dealt with. An application that wants to say more, or something else, than Sockeye does has one
 * bean of this type.
 *
 * <p>Asked on the server's dispatch once all synchronous observers and all listeners of the event have been called, if nobody has answered and the client
 * waits for an answer, because an observer threw, because it was not let have the event, or because the payload fits nobody.
 */
public interface ErrorMapper {

    /**
     * What the client is answered. The answer of Sockeye itself is an object with one member, {@code error}, of which {@code code} and {@code message} say
     * what is wrong with what the client did, and nothing of the application.
     *
     * @param error what went wrong first
     * @return the argument of the acknowledgement; {@code null} for the answer of Sockeye itself, as when the mapper throws
     */
    @Nullable
    Object toAnswer(SocketError error);
}
