package org.sockeye;

/**
 * Makes the id of a session, from the request that begins it.
 *
 * <p>The id is 1 to 64 of the characters {@code A-Z a-z 0-9 - _}, and is not the id of another session. Otherwise, and when this throws, the
 * handshake is refused as code 3, "Bad request", and the log says why. Whoever knows the id can take part in the session: it must not
 * be guessed. See {@link Engine} for threads.
 */
@FunctionalInterface
public interface IdGenerator {

    /**
     * Makes an id.
     *
     * @throws Exception if there is none, which refuses the handshake
     */
    String generate(HandshakeRequest request) throws Exception;
}
