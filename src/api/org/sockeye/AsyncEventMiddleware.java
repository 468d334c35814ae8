package org.sockeye;

import java.util.concurrent.CompletionStage;

@FunctionalInterface
public interface AsyncEventMiddleware {
    CompletionStage<?> check(SocketEvent event) throws Exception;
}
