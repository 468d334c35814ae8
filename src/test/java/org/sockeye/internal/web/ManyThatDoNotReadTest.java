package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

/** Clients that stop reading while much is sent to them, with heartbeats of three seconds. */
class ManyThatDoNotReadTest {

    private static final int MANY = 24;

    /** Half of what it takes to close all the others, four at a time, each of them waiting two seconds for its client. */
    private static final Duration NO_DELAY = Duration.ofSeconds(6);

    private final LinkedBlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> joined = new LinkedBlockingQueue<>();
    private final List<RawConnection> connections = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private EmbeddedTomcat tomcat;

    @BeforeEach
    void start() {
        tomcat = EmbeddedTomcat.builder()
                .setting("pingInterval", "3000")
                .setting("pingTimeout", "200")
                .application(io -> io.onConnection(socket -> {
                    socket.join("flooded");
                    socket.onDisconnect((reason, description) -> reasons.add(reason.text()));
                    joined.add(socket.id());
                }))
                .start();
    }

    @AfterEach
    void stop() {
        connections.forEach(RawConnection::close);
        tomcat.close();
    }

    private void connectWithoutReading() throws InterruptedException {
        RawConnection connection = new RawConnection(tomcat.port());
        connections.add(connection);
        connection.request(
                "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
                "Host: localhost",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
        assertThat(connection.head()).startsWith("HTTP/1.1 101 ");
        connection.sendFrame("40");
        assertThat(joined.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    private void flood() {
        String much = "x".repeat(100_000);
        for (int i = 0; i < 90; i++) {
            tomcat.server().to("flooded").emit("much", much);
        }
    }

    @Test
    @Timeout(60)
    void delay_nobody_elses_close() throws InterruptedException {
        for (int i = 0; i < MANY; i++) {
            connectWithoutReading();
        }
        flood();
        for (int i = 0; i < MANY; i++) {
            assertThat(reasons.poll(10, TimeUnit.SECONDS)).isEqualTo("ping timeout");
        }
        EngineClient.Link link = new EngineClient(tomcat.http("/socket.io/")).webSocket("EIO=4&transport=websocket");
        link.next();
        long asked = System.nanoTime();
        assertThat(link.send("no packet").closeCode()).isEqualTo(1000);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(NO_DELAY);
    }
}
