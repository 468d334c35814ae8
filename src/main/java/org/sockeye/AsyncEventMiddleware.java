package org.sockeye;

import java.util.concurrent.CompletionStage;

/** Decides which events of a socket reach its listeners, without holding a thread meanwhile. See {@link Socket#useAsync}. */
@FunctionalInterface
public interface AsyncEventMiddleware {

    /**
     * Begins to look at an event. The event passes when the stage completes, and is refused when it fails or this method throws, as by an {@link
     * EventMiddleware}. Until then the further events of this client wait, and it is dropped if the client goes. Called as an {@link EventMiddleware} is; the stage may be completed
     * by any thread, and what follows runs on the server's dispatch.
     *
     * @throws Exception to refuse the event
     */
    CompletionStage<?> check(SocketEvent event) throws Exception;
}
