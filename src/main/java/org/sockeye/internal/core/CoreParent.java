package org.sockeye.internal.core;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockeye.AsyncMiddleware;
import org.sockeye.Broadcaster;
import org.sockeye.ConnectionListener;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Handshake;
import org.sockeye.Middleware;
import org.sockeye.Namespace;
import org.sockeye.NamespacePredicate;
import org.sockeye.ParentNamespace;
import org.sockeye.ServerSideListener;
import org.sockeye.SocketError.Kind;
import org.sockeye.SocketIoServer;
import org.sockeye.spi.Flags;
import org.sockeye.spi.Selector;

/** Says which namespaces clients may create, and knows those that there are. */
final class CoreParent implements ParentNamespace, Everyone, Family {

    private final CoreServer server;
    private final Predicate<String> adopts;
    private final NamespacePredicate predicate;
    private final Entrance entrance = new Entrance();
    private final ServerSideListeners serverSide = new ServerSideListeners();
    private final Set<CoreNamespace> children = ConcurrentHashMap.newKeySet();

    /** The first condition is for namespaces that the application itself creates, the second for those that clients ask for. */
    CoreParent(CoreServer server, Predicate<String> adopts, NamespacePredicate predicate) {
        this.server = server;
        this.adopts = adopts;
        this.predicate = predicate;
    }

    @Override
    public SocketIoServer server() {
        return server;
    }

    @Override
    public ParentNamespace use(Middleware middleware) {
        entrance.add(middleware);
        return this;
    }

    @Override
    public ParentNamespace useAsync(AsyncMiddleware middleware) {
        entrance.addAsync(middleware);
        return this;
    }

    @Override
    public ParentNamespace onConnection(ConnectionListener listener) {
        entrance.addListener(listener);
        return this;
    }

    @Override
    public ParentNamespace on(String event, ServerSideListener listener) {
        serverSide.add(event, listener);
        return this;
    }

    @Override
    public Collection<Namespace> children() {
        return List.copyOf(children);
    }

    @Override
    public List<CoreNamespace> all() {
        return List.copyOf(children);
    }

    @Override
    public @Nullable Running running() {
        return server.running();
    }

    ServerSideListeners serverSide() {
        return serverSide;
    }

    @Override
    public Broadcaster everyone() {
        return new FamilyBroadcaster(this, Selector.everyone(), Flags.NONE);
    }

    Entrance entrance() {
        return entrance;
    }

    /** Whether a namespace that the application creates is a child of this one. */
    boolean adopts(String name) {
        return adopts.test(name);
    }

    /** Whether a client may create a namespace as a child of this one. */
    boolean allows(String name, Handshake handshake) {
        try {
            return predicate.test(name, handshake);
        } catch (ConnectionRefusedException refused) {
            return false;
        } catch (Throwable failure) {
            server.errors().failed(Kind.MIDDLEWARE, null, "A predicate for namespaces", failure);
            return false;
        }
    }

    void add(CoreNamespace child) {
        children.add(child);
    }

    void remove(CoreNamespace child) {
        children.remove(child);
    }
}
