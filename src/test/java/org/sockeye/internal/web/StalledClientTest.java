package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardEngine;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockeye.Socket;
import org.sockeye.harness.Census;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

/** A client that stops to read and keeps its TCP connection open: what it costs, and for how long. */
@Timeout(60)
class StalledClientTest {

    private static final int LARGE = 9_000_000;

    private final LinkedBlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<WeakReference<Object>> sessions = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private EmbeddedTomcat tomcat;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Map<String, Integer> before;

    @BeforeEach
    void start() {
        tomcat = EmbeddedTomcat.builder()
                .setting("pingInterval", "1500")
                .setting("pingTimeout", "1000")
                .application(io -> io.onConnection(socket -> {
                    socket.onDisconnect((reason, description) -> reasons.add(reason.text()));
                    sessions.add(new WeakReference<>(sessionOf(socket)));
                }))
                .start();
        protocol().setConnectionTimeout(4000); // for so long Tomcat waits to write the rest, once the request is over
        protocol().setKeepAliveTimeout(500);
        before = Census.of(tomcat);
    }

    @AfterEach
    void stop() {
        tomcat.close();
    }

    private static Object sessionOf(Socket socket) {
        return field(field(socket, "client"), "connection");
    }

    private static Object field(Object object, String name) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return Objects.requireNonNull(field.get(object));
        } catch (ReflectiveOperationException changed) {
            throw new LinkageError("a field was renamed", changed);
        }
    }

    private void emit(int size) {
        tomcat.server().emit("much", "x".repeat(size));
    }

    private String reason() throws InterruptedException {
        return Objects.requireNonNull(reasons.poll(20, TimeUnit.SECONDS), "the application was not told");
    }

    private AbstractProtocol<?> protocol() {
        StandardEngine engine = (StandardEngine) tomcat.context().getParent().getParent();
        Connector connector = engine.getService().findConnectors()[0];
        return (AbstractProtocol<?>) connector.getProtocolHandler();
    }

    private void assertThatTheSessionCanBeCollected() throws InterruptedException {
        WeakReference<Object> session = Objects.requireNonNull(sessions.poll(20, TimeUnit.SECONDS));
        await("the session was not collected", () -> {
            System.gc();
            return session.get() == null;
        });
    }

    private static void await(String failure, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(failure).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** The application is told of the end only of a client that it was told of. */
    private void awaitConnection() {
        await("the application was not told", () -> !sessions.isEmpty());
    }

    private void awaitOpenRequests(int count) {
        await(
                "the requests were not " + count,
                () -> Objects.equals(Census.of(tomcat).get("OpenExchanges.open"), count));
    }

    private RawConnection poll(EngineClient client) {
        String sid = client.connect();
        awaitConnection();
        awaitOpenRequests(0);
        RawConnection connection = new RawConnection(tomcat.port())
                .request("GET /socket.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1", "Host: localhost");
        awaitOpenRequests(1);
        return connection;
    }

    private RawConnection webSocket() {
        RawConnection connection = new RawConnection(tomcat.port());
        connection.request(
                "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
                "Host: localhost",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
        assertThat(connection.head()).startsWith("HTTP/1.1 101 ");
        assertThat(connection.frame()).startsWith("0{");
        assertThat(connection.sendFrame("40").frame()).startsWith("40{");
        awaitConnection();
        return connection;
    }

    /** The client does not read until the server has let go of everything; what it then finds is not the whole message. */
    private void assertThatTheServerEnds(RawConnection stalled) {
        Census.awaitSame(before, tomcat);
        assertThat(tomcat.server().clientsCount()).isZero();
        await("the connection was not closed", () -> tomcat.connections() == 0);
        assertThat(stalled.skipToEnd()).isLessThan(LARGE);
    }

    @Test
    void by_polling_is_closed_when_too_much_waits_and_its_session_is_gone_before_its_connection() throws Exception {
        try (RawConnection stalled = poll(new EngineClient(tomcat.http("/socket.io/")))) {
            emit(LARGE);
            emit(LARGE);
            emit(LARGE);
            assertThat(reason()).isEqualTo("outbox full");
            assertThatTheSessionCanBeCollected();
            assertThat(Census.of(tomcat)).containsEntry("OpenExchanges.open", 1);
            assertThatTheServerEnds(stalled);
        }
    }

    @Test
    void by_polling_is_found_dead_and_its_session_is_gone_before_its_connection() throws Exception {
        try (RawConnection stalled = poll(new EngineClient(tomcat.http("/socket.io/")))) {
            emit(LARGE);
            assertThat(reason()).isEqualTo("ping timeout");
            assertThatTheSessionCanBeCollected();
            assertThatTheServerEnds(stalled);
        }
    }

    @Test
    void by_WebSocket_is_closed_when_too_much_waits_and_nothing_of_it_is_left() throws Exception {
        try (RawConnection stalled = webSocket()) {
            emit(LARGE);
            emit(LARGE);
            emit(LARGE);
            assertThat(reason()).isEqualTo("outbox full");
            assertThatTheServerEnds(stalled);
            assertThatTheSessionCanBeCollected();
        }
    }

    @Test
    void by_WebSocket_is_found_dead_and_nothing_of_it_is_left() throws Exception {
        try (RawConnection stalled = webSocket()) {
            emit(LARGE);
            assertThat(reason()).isEqualTo("ping timeout");
            assertThatTheServerEnds(stalled);
            assertThatTheSessionCanBeCollected();
        }
    }
}
