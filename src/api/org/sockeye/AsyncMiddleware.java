package org.sockeye;

import java.util.concurrent.CompletionStage;

@FunctionalInterface
public interface AsyncMiddleware {
    CompletionStage<?> check(Socket candidate) throws Exception;
}
