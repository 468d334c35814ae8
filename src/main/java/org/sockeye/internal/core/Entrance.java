package org.sockeye.internal.core;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.sockeye.AsyncMiddleware;
import org.sockeye.ConnectionListener;
import org.sockeye.Middleware;
import org.sockeye.Socket;

/** Who decides about the clients that want to be in a namespace, and who is told of those that are. */
final class Entrance {

    /** One middleware. */
    @FunctionalInterface
    interface Check {
        /** Throws to refuse; answers a stage if it takes its time, which fails to refuse. */
        @Nullable
        CompletionStage<?> of(Socket candidate) throws Exception;
    }

    private final List<Check> checks = new CopyOnWriteArrayList<>();
    private final List<ConnectionListener> listeners = new CopyOnWriteArrayList<>();

    /** Has what another one has now. */
    void copy(Entrance other) {
        checks.addAll(other.checks);
        listeners.addAll(other.listeners);
    }

    void add(Middleware middleware) {
        Objects.requireNonNull(middleware, "middleware");
        checks.add(candidate -> {
            middleware.check(candidate);
            return null;
        });
    }

    void addAsync(AsyncMiddleware middleware) {
        Objects.requireNonNull(middleware, "middleware");
        checks.add(candidate ->
                Objects.requireNonNull(middleware.check(candidate), "an asynchronous middleware answered null"));
    }

    void addListener(ConnectionListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /** Those that decide, as they are now. */
    List<Check> checks() {
        return List.copyOf(checks);
    }

    List<ConnectionListener> listeners() {
        return listeners;
    }

    boolean isEmpty() {
        return checks.isEmpty() && listeners.isEmpty();
    }
}
