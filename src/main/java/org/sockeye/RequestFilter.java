package org.sockeye;

/**
 * Decides whether a request may begin a session, on whichever transport.
 *
 * <p>Returning lets it pass. Throwing refuses it with 403, on a WebSocket 400, as code 4: a {@link ConnectionRefusedException} carries the
 * message that the client is told, any other exception is logged, and the client is told "Forbidden". Requests of a session that
 * exists are not asked for. See {@link Engine} for threads.
 */
@FunctionalInterface
public interface RequestFilter {

    /**
     * Looks at a request that begins a session.
     *
     * @throws Exception to refuse it
     */
    void check(HandshakeRequest request) throws Exception;
}
