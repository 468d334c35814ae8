package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.sockeye.Broadcaster;
import org.sockeye.ConnectionListener;
import org.sockeye.Middleware;
import org.sockeye.SocketIoConfig;
import org.sockeye.SocketIoServer;
import org.sockeye.internal.engine.SessionListener;

/** The server itself. */
final class CoreServer implements ManagedServer {

    private final String name;
    private final ClassLoader application;
    private final ConcurrentMap<String, CoreNamespace> namespaces = new ConcurrentHashMap<>();
    private final CoreNamespace main;
    /** Guarded by this; null once the server is closed. */
    private @Nullable List<Runnable> closeActions = new ArrayList<>();
    /** Set once, by start. */
    private volatile @Nullable ServerEnvironment environment;

    CoreServer(String name, ClassLoader application) {
        this.name = name;
        this.application = application;
        this.main = of("/");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CoreNamespace of(String namespace) {
        String key = namespace.startsWith("/") ? namespace : "/" + namespace;
        return namespaces.computeIfAbsent(key, n -> new CoreNamespace(this, n));
    }

    @Override
    public SessionListener.Factory start(ServerEnvironment given) {
        this.environment = given;
        throw new IllegalStateException("not yet");
    }

    @Override
    public SocketIoConfig config() {
        ServerEnvironment started = environment;
        if (started == null) {
            throw new IllegalStateException("The settings are resolved when the application starts");
        }
        return started.config();
    }

    @Override
    public SocketIoServer use(Middleware middleware) {
        main.use(middleware);
        return this;
    }

    @Override
    public SocketIoServer onConnection(ConnectionListener listener) {
        main.onConnection(listener);
        return this;
    }

    @Override
    public int clientsCount() {
        return 0;
    }

    @Override
    public Broadcaster to(String... rooms) {
        return main.to(rooms);
    }

    @Override
    public Broadcaster in(String... rooms) {
        return main.in(rooms);
    }

    @Override
    public Broadcaster except(String... rooms) {
        return main.except(rooms);
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        main.emit(event, arguments);
    }

    @Override
    public void onClose(Runnable action) {
        synchronized (this) {
            if (closeActions != null) {
                closeActions.add(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public void close() {
        List<Runnable> actions;
        synchronized (this) {
            actions = closeActions;
            closeActions = null;
        }
        if (actions != null) {
            actions.forEach(Runnable::run);
        }
    }

    ClassLoader application() {
        return application;
    }
}
