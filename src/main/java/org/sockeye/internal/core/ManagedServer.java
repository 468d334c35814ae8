package org.sockeye.internal.core;

import org.sockeye.SocketIoServer;
import org.sockeye.internal.engine.Counters;
import org.sockeye.internal.engine.EngineHooks;
import org.sockeye.internal.engine.SessionListener;

/**
 * A server as its owner sees it, from the facade that takes registrations to the end. {@link #close()} is the one way to
 * stop it: idempotent, from any thread.
 */
public interface ManagedServer extends SocketIoServer {

    /** Whether it is the only server of its web application, or the default one of several. */
    boolean isDefault();

    /**
     * Starts serving, once.
     *
     * @return what the engine is to call for each new session
     * @throws IllegalStateException if it was started or closed before
     */
    SessionListener.Factory start(ServerEnvironment environment);

    /** What the application has registered with {@link #engine()}. */
    EngineHooks hooks();

    /** Whether clients are served: it has started, and is not closed. */
    boolean isServing();

    /** What has happened, to which the layers below add. */
    Counters counters();

    /** Whether there is a namespace of this name now. */
    boolean hasNamespace(String name);

    /** Has somebody told of the namespaces that there are, and then of all that come and go. */
    void watch(NamespaceWatcher watcher);

    /** Has something run when the server is closed, after all its clients were disconnected; at once if it is closed already. */
    void onClose(Runnable action);
}
