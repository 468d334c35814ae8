package org.sockeye.benchmarks.events;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import org.sockeye.HandshakeRequest;
import org.sockeye.SocketIoConfig;
import org.sockeye.Transport;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.ServerDirectory;
import org.sockeye.internal.core.ServerEnvironment;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.internal.engine.Connection;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.engine.SessionListener;
import org.sockeye.internal.engine.SessionWatcher;
import org.sockeye.internal.engine.Timer;

/** A server with one client, which says what it is told to on the calling thread and hears nothing. */
final class OneClient implements Connection {

    /** Deadlines never come. */
    private static final Timer NEVER = new Timer() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public Task schedule(Duration delay, Runnable task) {
            return () -> {};
        }
    };

    private final SessionListener session;

    private OneClient(ClassLoader application) {
        ServerDirectory directory = ServerDirectory.of(application);
        ManagedServer server = directory.server("");
        server.onConnection(socket -> socket.on(
                "heard",
                String.class,
                (text, event) -> Received.receive(text, event.socket(), event.acknowledgement())));
        SocketIoConfig config =
                SocketIoConfig.builder().set("dispatch", "container").build();
        session = server.start(new ServerEnvironment(config, NEVER, Runnable::run, directory.events(), new TextCodec()))
                .opened(this);
        says("0");
    }

    /** Of the application that has started a CDI container. */
    static OneClient ofApplication() {
        return new OneClient(Thread.currentThread().getContextClassLoader());
    }

    /** Of an application without CDI. */
    static OneClient withoutBeans() {
        return new OneClient(new URLClassLoader(new URL[0]));
    }

    void says(String packet) {
        session.received(packet);
    }

    @Override
    public String sid() {
        return "a-session-for-benchm";
    }

    @Override
    public int protocol() {
        return 4;
    }

    @Override
    public HandshakeRequest request() {
        return NoRequest.INSTANCE;
    }

    @Override
    public Transport transport() {
        return Transport.WEBSOCKET;
    }

    @Override
    public void watch(SessionWatcher watcher) {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public long waitingBytes() {
        return 0;
    }

    @Override
    public void send(Outgoing message) {}

    @Override
    public void queue(Outgoing message) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public void closeNow(CloseReason reason) {}
}
