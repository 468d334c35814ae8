package org.sockeye.conformance;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.sockeye.Socket;
import org.sockeye.Transport;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.Inbox;

/** A server on an embedded Tomcat, one client of it, and what the application has of that: for what is claimed of order and threads. */
@Timeout(120)
abstract class ThreadsSuite {

    final Inbox<Socket> connected = new Inbox<>();
    /** Confined to the test's thread. */
    private @Nullable EmbeddedTomcat tomcat;

    @AfterEach
    void stop() {
        if (tomcat != null) {
            tomcat.close();
        }
    }

    /** Starts a server, with pairs of a setting's name and value, that prepares each socket. */
    void start(Consumer<Socket> application, String... settings) {
        EmbeddedTomcat.Builder builder = EmbeddedTomcat.builder()
                .application(io -> io.onConnection(socket -> {
                    application.accept(socket);
                    connected.add(socket);
                }));
        for (int i = 0; i < settings.length; i += 2) {
            builder.setting(settings[i], settings[i + 1]);
        }
        tomcat = builder.start();
    }

    EngineClient engine() {
        return new EngineClient(Objects.requireNonNull(tomcat).http("/socket.io/"));
    }

    /** A client in the main namespace. */
    Peer connect(Transport transport) {
        return entered(Peer.of(engine(), transport, 4));
    }

    /** A client in the main namespace that polls, and can go over to a WebSocket. */
    Crossing connectToCross() {
        return (Crossing) entered(new Crossing(engine()));
    }

    private static Peer entered(Peer peer) {
        peer.send("40");
        if (!next(peer).startsWith("40{")) {
            throw new AssertionError("the client was not connected");
        }
        return peer;
    }

    /** The next message, pings answered. */
    static String next(Peer peer) {
        String packet = peer.next();
        while (packet.equals("2") || packet.equals("6")) {
            if (packet.equals("2")) {
                peer.send("3");
            }
            packet = peer.next();
        }
        return packet;
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("not in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
