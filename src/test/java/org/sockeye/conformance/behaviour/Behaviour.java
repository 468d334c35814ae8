package org.sockeye.conformance.behaviour;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.conformance.Peer;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.Eventually;

/** A server on an embedded Tomcat and clients of one transport: what the behaviours share, each of which is shown for both. */
@Timeout(60)
abstract class Behaviour {

    private final Transport transport;

    /** Confined to the test's thread. */
    private @Nullable EmbeddedTomcat tomcat;

    Behaviour(Transport transport) {
        this.transport = transport;
    }

    /** Starts a server, with pairs of a setting's name and value. Listeners that block want the setting {@code dispatch} to be {@code executor}. */
    SocketIoServer start(String... settings) {
        EmbeddedTomcat.Builder builder = EmbeddedTomcat.builder();
        for (int i = 0; i < settings.length; i += 2) {
            builder.setting(settings[i], settings[i + 1]);
        }
        EmbeddedTomcat started = builder.start();
        tomcat = started;
        return started.server();
    }

    @AfterEach
    void stop() {
        if (tomcat != null) {
            tomcat.close();
        }
    }

    Transport transport() {
        return transport;
    }

    EmbeddedTomcat tomcat() {
        return Objects.requireNonNull(tomcat);
    }

    EngineClient engine() {
        return new EngineClient(tomcat().http("/socket.io/"));
    }

    /** A client with a session, that is in no namespace. */
    SocketClient open() {
        return new SocketClient(Peer.of(engine(), transport, 4));
    }

    /** A client of Socket.IO 2, that is told that it is in the main namespace without asking. */
    SocketClient openOld() {
        return new SocketClient(Peer.of(engine(), transport, 3));
    }

    /** A client of the main namespace. */
    SocketClient client() {
        return client("/");
    }

    /** A client of a namespace, which is created if need be, that the server can reach there. */
    SocketClient client(String namespace) {
        tomcat().server().of(namespace);
        SocketClient client = open().connect(namespace);
        Eventually.is(() -> find(client).isPresent());
        return client;
    }

    /** What the application has of a client. */
    Socket socketOf(SocketClient client) {
        return find(client).orElseThrow();
    }

    private Optional<Socket> find(SocketClient client) {
        return tomcat().server().of(client.namespace()).sockets().stream()
                .filter(socket -> socket.id().equals(client.id()))
                .findAny();
    }
}
