package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockeye.AsyncMiddleware;
import org.sockeye.Broadcaster;
import org.sockeye.ConnectionListener;
import org.sockeye.Engine;
import org.sockeye.ErrorListener;
import org.sockeye.Middleware;
import org.sockeye.NamespaceListener;
import org.sockeye.NamespacePredicate;
import org.sockeye.ParentNamespace;
import org.sockeye.Reauthentication;
import org.sockeye.Reply;
import org.sockeye.ServerSideListener;
import org.sockeye.SocketIoConfig;
import org.sockeye.SocketIoServer;
import org.sockeye.internal.engine.Connection;
import org.sockeye.internal.engine.Counters;
import org.sockeye.internal.engine.EngineHooks;
import org.sockeye.internal.engine.SessionListener;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.Adapter;
import org.sockeye.spi.Flags;
import org.sockeye.spi.Selector;

/** The server itself. */
final class CoreServer implements ManagedServer, Everyone {

    private final ClassLoader application;
    private final Namespaces namespaces;
    private final CoreNamespace main;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
    private final CoreEngine engine = new CoreEngine(this::clientsCount);
    private final FirstTimes overruns = new FirstTimes();
    private final Errors errors = new Errors();
    /** Set when the application's servers are declared, before any starts; volatile, because beans may have this server before. */
    private volatile Designation designation;

    private final CoreMetrics metrics =
            new CoreMetrics(clients, () -> namespaces().all());
    /** Written by the application, at any time. */
    private volatile @Nullable Reauthentication reauthentication;

    /** Guarded by this; null once the server is closed. */
    private @Nullable List<Runnable> closeActions = new ArrayList<>();

    private record Designation(String name, boolean isDefault) {}

    CoreServer(String name, ClassLoader application, Adapter.Factory adapters) {
        this.designation = new Designation(name, name.isEmpty());
        this.application = application;
        this.namespaces = new Namespaces(this, adapters);
        this.main = namespaces.main();
    }

    @Override
    public String name() {
        return designation.name();
    }

    @Override
    public boolean isDefault() {
        return designation.isDefault();
    }

    /** The servers of the application are known now, and how this one is called. */
    void named(String name, boolean isDefault) {
        designation = new Designation(name, isDefault);
    }

    @Override
    public CoreNamespace of(String namespace) {
        return namespaces.of(namespace);
    }

    @Override
    public ParentNamespace of(Pattern pattern) {
        return namespaces.of(pattern);
    }

    @Override
    public ParentNamespace of(NamespacePredicate predicate) {
        return namespaces.of(predicate);
    }

    @Override
    public SocketIoServer onNewNamespace(NamespaceListener listener) {
        namespaces.onNew(listener);
        return this;
    }

    @Override
    public SessionListener.Factory start(ServerEnvironment given) {
        ServerEnvironment environment = given.with(given.events().of(this));
        environment.events().checkReadable(environment.json());
        Dispatcher dispatcher = new Dispatcher(
                application, environment.executor(), environment.config().dispatch());
        Running started = new Running(
                environment,
                dispatcher,
                new Newcomers(environment.config().maxUnconnectedSessions(), overruns),
                PacketForm.of(environment.parser()),
                new Questions(),
                Recovery.of(environment, dispatcher));
        if (isClosed() || !running.compareAndSet(null, started)) {
            throw new IllegalStateException("The server was started or closed before");
        }
        namespaces.all().forEach(CoreNamespace::start);
        warnIfNobodyListens(environment.events());
        return connection -> open(started, connection);
    }

    @Override
    public SocketIoConfig config() {
        Running started = running.get();
        if (started == null) {
            throw new IllegalStateException("The settings are resolved when the application starts");
        }
        return started.environment().config();
    }

    @Override
    public CoreMetrics metrics() {
        return metrics;
    }

    @Override
    public boolean isServing() {
        return running.get() != null && !isClosed();
    }

    @Override
    public boolean hasNamespace(String name) {
        return namespaces.has(name);
    }

    @Override
    public void watch(NamespaceWatcher watcher) {
        namespaces.watch(watcher);
    }

    @Override
    public Counters counters() {
        return metrics.counters();
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public EngineHooks hooks() {
        return engine;
    }

    @Override
    public SocketIoServer use(Middleware middleware) {
        main.use(middleware);
        return this;
    }

    @Override
    public SocketIoServer useAsync(AsyncMiddleware middleware) {
        main.useAsync(middleware);
        return this;
    }

    @Override
    public SocketIoServer onConnection(ConnectionListener listener) {
        main.onConnection(listener);
        return this;
    }

    @Override
    public SocketIoServer onError(ErrorListener listener) {
        errors.add(listener);
        return this;
    }

    @Override
    public int clientsCount() {
        return clients.size();
    }

    @Override
    public void serverSideEmit(String event, @Nullable Object... arguments) {
        main.serverSideEmit(event, arguments);
    }

    @Override
    public CompletionStage<List<Reply>> serverSideEmitWithAck(String event, @Nullable Object... arguments) {
        return main.serverSideEmitWithAck(event, arguments);
    }

    @Override
    public SocketIoServer on(String event, ServerSideListener listener) {
        main.on(event, listener);
        return this;
    }

    @Override
    public SocketIoServer off(String event, ServerSideListener listener) {
        main.off(event, listener);
        return this;
    }

    @Override
    public Broadcaster ofUser(String user) {
        return new FamilyBroadcaster(
                new AllNamespaces(this), Selector.everyone().to(UserRooms.named(user)), Flags.NONE);
    }

    @Override
    public SocketIoServer onExpiry(Reauthentication hook) {
        reauthentication = Objects.requireNonNull(hook, "hook");
        return this;
    }

    @Nullable
    Reauthentication reauthentication() {
        return reauthentication;
    }

    @Override
    public Broadcaster everyone() {
        return main.everyone();
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
            List.copyOf(clients).forEach(Client::shutDown);
            end(running.get());
            namespaces.all().forEach(namespace -> runAnyway(namespace::close));
            actions.forEach(CoreServer::runAnyway);
        }
    }

    /** What one of them throws keeps neither the others from running nor the application from being forgotten. */
    static void runAnyway(Runnable action) {
        try {
            action.run();
        } catch (Throwable failure) {
            CoreLog.failed("What was to run when the server closes", failure);
        }
    }

    Namespaces namespaces() {
        return namespaces;
    }

    /** What is kept for clients that come back; {@code null} if nothing is. */
    @Nullable
    Recovery recovery() {
        Running started = running.get();
        return started == null ? null : started.recovery();
    }

    private static void end(@Nullable Running started) {
        if (started != null) {
            started.end();
        }
    }

    /** What the server runs on; {@code null} before it has started. */
    @Nullable
    Running running() {
        return running.get();
    }

    /** The frames of a packet for any client. */
    List<Frame> encode(SocketPacket packet) {
        Running started = running.get();
        return (started == null ? PacketForm.STANDARD : started.form()).encode(packet);
    }

    /** Which bounds, by setting, clients ran into before. */
    FirstTimes overruns() {
        return overruns;
    }

    /** Who is told what goes wrong in code of the application. */
    Errors errors() {
        return errors;
    }

    void remove(Client client) {
        clients.remove(client);
    }

    /** Closes the clients of a user that have not been in a namespace yet, or also those that are in none any more. */
    void expelUnconnected(String userRoom, boolean alsoWhoHasLeft) {
        Running started = running.get();
        if (started != null) {
            started.newcomers().all().stream()
                    .filter(client -> client.isOf(userRoom))
                    .forEach(Client::expel);
        }
        if (alsoWhoHasLeft) {
            clients.stream()
                    .filter(client -> client.isInNoNamespace() && client.isOf(userRoom))
                    .forEach(Client::expel);
        }
    }

    private SessionListener open(Running started, Connection connection) {
        Client client = new Client(this, started, connection);
        clients.add(client);
        started.newcomers().add(client);
        if (isClosed()) {
            client.shutDown();
        }
        client.forgetIfEnded();
        client.open();
        return client;
    }

    synchronized boolean isClosed() {
        return closeActions == null;
    }

    private void warnIfNobodyListens(ApplicationEvents events) {
        if (!events.hasObservers() && !namespaces.hasRegistrations()) {
            CoreLog.warn("Nobody will receive what clients send: the application has no observer of its events and no"
                    + " listener. Usual causes: no WEB-INF/beans.xml (on Tomcat or Jetty), a class with observer methods"
                    + " but without a scope annotation such as @ApplicationScoped, no listener registered before the"
                    + " server starts");
        }
    }
}
