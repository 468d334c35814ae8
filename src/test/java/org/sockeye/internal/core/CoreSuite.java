package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.sockeye.Dispatch;
import org.sockeye.Socket;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.engine.ManualTimer;
import org.sockeye.internal.engine.SessionListener;
import org.sockeye.spi.Adapter;

/** A server, its clients and its time: what the suites of the core share, each run for every way of dispatch. */
abstract class CoreSuite {

    final ClassLoader application = new URLClassLoader(new URL[0], CoreSuite.class.getClassLoader());
    final ManualTimer timer = new ManualTimer();
    final CountingExecutor executor;
    final CoreServer server = new CoreServer("", application, this::adapter);

    private final Dispatch dispatch;
    private final AtomicInteger clients = new AtomicInteger();
    private SessionListener.@Nullable Factory started; // confined to the test's thread

    CoreSuite(Dispatch dispatch) {
        this(dispatch, new CountingExecutor());
    }

    CoreSuite(Dispatch dispatch, CountingExecutor executor) {
        this.dispatch = dispatch;
        this.executor = executor;
    }

    Adapter adapter(org.sockeye.spi.LocalSockets local) {
        return () -> local;
    }

    ApplicationEvents events() {
        return ApplicationEvents.NONE;
    }

    @AfterEach
    void endThreads() {
        executor.close();
    }

    /** A new connection; the first one starts the server. */
    FakeConnection open() {
        return opened(newSid(), 4);
    }

    /** As {@link #open}, of a user. */
    FakeConnection openAs(String user) {
        return openAs((Principal) () -> user);
    }

    FakeConnection openAs(Principal user) {
        if (started == null) {
            start();
        }
        return new FakeConnection(newSid(), 4).by(user).openedBy(Objects.requireNonNull(started));
    }

    /** A user is in a namespace; what the client heard so far is forgotten. */
    Peer connectAs(String user, String namespace) throws InterruptedException {
        AtomicReference<Socket> seen = new AtomicReference<>();
        server.of(namespace).onConnection(seen::set);
        FakeConnection connection = openAs(user).says(namespace.equals("/") ? "0" : "0" + namespace + ",");
        settle();
        connection.forgetWhatWasHeard();
        return new Peer(connection, Objects.requireNonNull(seen.get()));
    }

    /** As {@link #open}, of a client of Engine.IO 3. */
    FakeConnection openOld() {
        return openOld(newSid());
    }

    /** A client of Engine.IO 3 with a session id that the application chose. */
    FakeConnection openOld(String sid) {
        return opened(sid, 3);
    }

    private String newSid() {
        return "sid-" + clients.incrementAndGet();
    }

    private FakeConnection opened(String sid, int protocol) {
        if (started == null) {
            start();
        }
        return new FakeConnection(sid, protocol).openedBy(Objects.requireNonNull(started));
    }

    void start(String... settings) {
        SocketIoConfig.Builder config =
                SocketIoConfig.builder().set("dispatch", dispatch.name().toLowerCase(java.util.Locale.ROOT));
        for (int i = 0; i < settings.length; i += 2) {
            config.set(settings[i], settings[i + 1]);
        }
        started = server.start(new ServerEnvironment(config.build(), timer, executor, events(), new PlainCodec()));
    }

    /** A new client of the main namespace, and the socket that the application sees; what it heard so far is forgotten. */
    Peer connect() throws InterruptedException {
        return connect("/");
    }

    Peer connect(String namespace) throws InterruptedException {
        AtomicReference<Socket> seen = new AtomicReference<>();
        server.of(namespace).onConnection(seen::set);
        FakeConnection connection = open().says(namespace.equals("/") ? "0" : "0" + namespace + ",");
        settle();
        connection.forgetWhatWasHeard();
        return new Peer(connection, Objects.requireNonNull(seen.get()));
    }

    /** Waits until no application code runs or waits. */
    void settle() throws InterruptedException {
        executor.awaitIdle();
    }

    List<String> heard(FakeConnection connection) throws InterruptedException {
        settle();
        return connection.heard();
    }

    static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Both ends of a connected socket. */
    record Peer(FakeConnection client, Socket socket) {
        Peer says(String text) {
            client.says(text);
            return this;
        }
    }
}
