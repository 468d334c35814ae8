package org.sockeye.internal.core;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.NamespaceListener;
import org.sockeye.NamespacePredicate;
import org.sockeye.ParentNamespace;
import org.sockeye.RefusalCause;
import org.sockeye.SocketError.Kind;
import org.sockeye.spi.Adapter;

/**
 * The namespaces of a server, those that clients may create among them.
 *
 * <p>A namespace is made, with its adapter and so with foreign code, before it is put into the map, and no lock is held meanwhile. Of two threads that
 * make the same one, the namespace of one of them is put there, and of the other nothing is left. Whoever has put one there tells the listeners;
 * until they have returned, clients wait at its {@link CoreNamespace#ready() entrance}.
 */
final class Namespaces {

    /** The longest name that a client may create a namespace by. */
    private static final int MOST_CHARACTERS = 1000;

    private final CoreServer server;
    private final Adapter.Factory adapters;
    private final ConcurrentMap<String, CoreNamespace> byName = new ConcurrentHashMap<>();
    private final List<CoreParent> parents = new CopyOnWriteArrayList<>();
    private final List<NamespaceListener> listeners = new CopyOnWriteArrayList<>();
    private final List<NamespaceWatcher> watchers = new CopyOnWriteArrayList<>();
    /** How many there are that clients have created. */
    private final AtomicInteger created = new AtomicInteger();

    Namespaces(CoreServer server, Adapter.Factory adapters) {
        this.server = server;
        this.adapters = adapters;
    }

    /** The main namespace, of which nobody is told. */
    CoreNamespace main() {
        CoreNamespace main = new CoreNamespace(server, "/", adapters, null, null);
        byName.put("/", main);
        main.ready().complete(null);
        return main;
    }

    /** The namespace of that name, made if need be; for the application. */
    CoreNamespace of(String name) {
        Objects.requireNonNull(name, "name");
        String key = name.startsWith("/") ? name : "/" + name;
        CoreNamespace found = find(key);
        while (found == null) {
            publish(new CoreNamespace(server, key, adapters, adopter(key), null));
            found = find(key);
        }
        return found;
    }

    private @Nullable CoreParent adopter(String name) {
        return parents.stream()
                .filter(parent -> parent.adopts(name))
                .findFirst()
                .orElse(null);
    }

    ParentNamespace of(Pattern pattern) {
        Objects.requireNonNull(pattern, "pattern");
        return add(
                new CoreParent(server, name -> pattern.matcher(name).find(), (name, handshake) -> pattern.matcher(name)
                        .find()));
    }

    ParentNamespace of(NamespacePredicate predicate) {
        Objects.requireNonNull(predicate, "predicate");
        return add(new CoreParent(server, name -> false, predicate));
    }

    private ParentNamespace add(CoreParent parent) {
        parents.add(parent);
        return parent;
    }

    void onNew(NamespaceListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /** Whoever is put there meanwhile is told of at least once. */
    void watch(NamespaceWatcher watcher) {
        watchers.add(watcher);
        byName.keySet().forEach(watcher::changed);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    List<CoreNamespace> all() {
        return List.copyOf(byName.values());
    }

    boolean hasRegistrations() {
        return !listeners.isEmpty()
                || parents.stream().anyMatch(parent -> !parent.entrance().isEmpty())
                || byName.values().stream().anyMatch(CoreNamespace::hasRegistrations);
    }

    /** Lets one client into a namespace that there is. {@code null} when there is none of that name; otherwise {@link #leave} must follow. */
    @Nullable
    CoreNamespace enter(String name) {
        CoreNamespace found = find(name);
        return found != null && found.enter() ? found : null;
    }

    /** Whether to look for a parent of a namespace that a client asks for. */
    boolean mayBeCreated(String name) {
        return !parents.isEmpty() && name.startsWith("/") && name.length() <= MOST_CHARACTERS;
    }

    /** As {@link #enter}, and makes the namespace if there is a parent that allows it. On the dispatch: parents are foreign code. */
    @Nullable
    CoreNamespace enterOrCreate(String name, Handshake handshake) {
        CoreNamespace entered = enter(name);
        for (CoreParent parent : parents) {
            if (entered != null) {
                break;
            }
            if (parent.allows(name, handshake)) {
                return enterChild(parent, name);
            }
        }
        if (entered == null) {
            server.counters().refused(RefusalCause.UNKNOWN_NAMESPACE);
        }
        return entered;
    }

    private @Nullable CoreNamespace enterChild(CoreParent parent, String name) {
        CoreNamespace entered = enter(name);
        while (entered == null) {
            if (!reserve()) {
                return null;
            }
            CoreNamespace made = make(parent, name);
            if (made == null) {
                return null;
            }
            if (!publish(made)) {
                created.decrementAndGet();
            }
            entered = enter(name);
        }
        return entered;
    }

    /** {@code null} when there is no adapter for it. That takes no place. */
    private @Nullable CoreNamespace make(CoreParent parent, String name) {
        Occupancy occupancy = server.config().cleanupEmptyChildNamespaces() ? new Occupancy() : null;
        try {
            return new CoreNamespace(server, name, adapters, parent, occupancy);
        } catch (Throwable failure) {
            created.decrementAndGet();
            CoreLog.failed("The adapter of a namespace", failure);
            return null;
        }
    }

    /** Takes a place for one more; answers false, and says so the first time, when there is none. */
    private boolean reserve() {
        int most = server.config().maxChildNamespaces();
        if (created.getAndUpdate(some -> some < most ? some + 1 : some) < most) {
            return true;
        }
        server.counters().refused(RefusalCause.TOO_MANY_NAMESPACES);
        CoreLog.log(
                server.overruns().isFirst("maxChildNamespaces") ? Level.WARNING : Level.DEBUG,
                "A client is refused: it asks for a namespace beside the " + most
                        + " that clients have created (setting maxChildNamespaces)");
        return false;
    }

    /** One client less. */
    void leave(CoreNamespace namespace) {
        if (namespace.leave()) {
            discard(namespace);
        }
    }

    private @Nullable CoreNamespace find(String name) {
        CoreNamespace found = byName.get(name);
        if (found != null && found.isOver()) {
            discard(found);
            return null;
        }
        return found;
    }

    /** Answers whether it is the one that is in use from now on. */
    private boolean publish(CoreNamespace made) {
        CoreParent parent = made.parent();
        if (parent != null) {
            parent.add(made);
        }
        if (byName.putIfAbsent(made.name(), made) != null) {
            forget(made);
            return false;
        }
        CoreLog.debug("namespace {0} is created", made.inLog());
        watchers.forEach(watcher -> watcher.changed(made.name()));
        startAndStop(made);
        try {
            listeners.forEach(listener -> tell(listener, made));
        } finally {
            made.ready().complete(null);
        }
        return true;
    }

    /** As the server does with those that it has when it starts and stops: whichever comes later sees what the other has done. */
    private void startAndStop(CoreNamespace made) {
        if (server.running() != null) {
            CoreServer.runAnyway(made::start);
        }
        if (server.isClosed()) {
            CoreServer.runAnyway(made::close);
        }
    }

    private void tell(NamespaceListener listener, Namespace made) {
        try {
            listener.created(made);
        } catch (Throwable failure) {
            server.errors().failed(Kind.LISTENER, null, "A listener for namespaces", failure);
        }
    }

    private void discard(CoreNamespace empty) {
        if (byName.remove(empty.name(), empty)) {
            CoreLog.debug("namespace {0} is empty, and gone", empty.inLog());
            watchers.forEach(watcher -> watcher.changed(empty.name()));
            created.decrementAndGet();
            forget(empty);
            CoreServer.runAnyway(empty::close);
        }
    }

    private static void forget(CoreNamespace child) {
        CoreParent parent = child.parent();
        if (parent != null) {
            parent.remove(child);
        }
    }
}
