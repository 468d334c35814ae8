package org.sockeye.internal.core;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.sockeye.Broadcaster;
import org.sockeye.ConnectionListener;
import org.sockeye.Middleware;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;

/** One namespace: its registrations, its sockets, and its rooms. */
final class CoreNamespace implements Namespace {

    private final CoreServer server;
    private final String name;
    private final List<Middleware> middleware = new CopyOnWriteArrayList<>();
    private final List<ConnectionListener> connectionListeners = new CopyOnWriteArrayList<>();

    CoreNamespace(CoreServer server, String name) {
        this.server = server;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SocketIoServer server() {
        return server;
    }

    @Override
    public Namespace use(Middleware added) {
        middleware.add(added);
        return this;
    }

    @Override
    public Namespace onConnection(ConnectionListener listener) {
        connectionListeners.add(listener);
        return this;
    }

    @Override
    public Collection<Socket> sockets() {
        return List.of();
    }

    @Override
    public Broadcaster to(String... rooms) {
        return this;
    }

    @Override
    public Broadcaster in(String... rooms) {
        return to(rooms);
    }

    @Override
    public Broadcaster except(String... rooms) {
        return this;
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {}
}
