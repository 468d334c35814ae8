package org.sockeye;

import java.util.concurrent.CompletionStage;

/**
 * Decides whether a client may connect to a namespace, without keeping a thread while it waits for something, such as the answer of another server.
 *
 * <p>Called as a {@link Middleware} is, and in one order with them. Until the stage completes, neither the next middleware is asked nor
 * is anything of this client delivered, in other namespaces neither; a client whose events that wait are more than the setting
 * {@code maxWaitingEvents} is closed. A client that goes is not waited for: whatever the stage says then is ignored.
 *
 * <p>A stage should have a deadline. One that never completes keeps a client that is in no other namespace until the setting {@code connectTimeout}
 * closes it; one that is in another namespace stays, and what it sends waits.
 */
@FunctionalInterface
public interface AsyncMiddleware {

    /**
     * Looks at a socket that is not connected yet. A stage that completes, with whatever value, lets it pass; one that fails refuses it, by
     * {@link ConnectionRefusedException} with what the client is to be told.
     *
     * @throws Exception to refuse the connection, as a stage that fails
     */
    CompletionStage<?> check(Socket candidate) throws Exception;
}
