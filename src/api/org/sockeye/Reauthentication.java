package org.sockeye;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

@FunctionalInterface
public interface Reauthentication {
    CompletionStage<? extends @Nullable Instant> expired(Socket socket) throws Exception;
}
