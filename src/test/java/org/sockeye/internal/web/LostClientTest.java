package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

/** A client that vanishes or stops reading, with heartbeats of a second and a half. */
class LostClientTest {

    private final LinkedBlockingQueue<String> connected = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> reasons = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private EmbeddedTomcat tomcat;

    @SuppressWarnings("NullAway.Init") // set before each test
    private EngineClient client;

    @BeforeEach
    void start() {
        tomcat = EmbeddedTomcat.builder()
                .setting("pingInterval", "1500")
                .setting("pingTimeout", "1000")
                .application(io -> io.onConnection(socket -> {
                    socket.join("room");
                    socket.onDisconnect((reason, description) -> reasons.add(reason.text()));
                    connected.add(socket.id());
                    socket.on("flood", flood -> {
                        String much = "x".repeat(100_000);
                        for (int i = 0; i < 90; i++) {
                            socket.emit("much", much);
                        }
                        flood.answer("done");
                    });
                }))
                .start();
        client = new EngineClient(tomcat.http("/socket.io/"));
    }

    @AfterEach
    void stop() {
        tomcat.close();
    }

    /** Until the application has seen the client, which may be before it reads that it is connected. */
    private void awaitConnection() throws InterruptedException {
        assertThat(connected.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    private void assertThatItIsNoticed(String reason) throws InterruptedException {
        assertThat(reasons.poll(20, TimeUnit.SECONDS)).isEqualTo(reason);
        assertThat(tomcat.server().clientsCount()).isZero();
    }

    @Test
    void that_polls_no_more_is_noticed() throws InterruptedException {
        client.connect();
        awaitConnection();
        assertThatItIsNoticed("ping timeout");
    }

    @Test
    void whose_held_poll_is_reset_is_noticed() throws InterruptedException {
        String sid = client.connect();
        awaitConnection();
        try (RawConnection poll = new RawConnection(tomcat.port())) {
            poll.request("GET /socket.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1", "Host: localhost");
            poll.reset();
        }
        assertThat(reasons.poll(20, TimeUnit.SECONDS)).isIn("ping timeout", "transport error");
        assertThat(tomcat.server().clientsCount()).isZero();
    }

    @Test
    void that_stays_silent_on_a_WebSocket_is_noticed() throws InterruptedException {
        EngineClient.Link link = client.webSocket("EIO=4&transport=websocket");
        link.next();
        link.send("40");
        assertThatItIsNoticed("ping timeout");
        assertThat(link.closeCode()).isEqualTo(1000);
    }

    @Test
    void whose_WebSocket_breaks_is_noticed() throws InterruptedException {
        EngineClient.Link link = client.webSocket("EIO=4&transport=websocket");
        link.next();
        link.send("40").next();
        link.abort();
        assertThat(reasons.poll(20, TimeUnit.SECONDS)).isIn("transport close", "transport error");
        assertThat(tomcat.server().clientsCount()).isZero();
    }

    @Test
    @Timeout(30)
    void that_does_not_read_its_WebSocket_holds_no_thread_that_emits_and_is_noticed() throws InterruptedException {
        try (RawConnection connection = new RawConnection(tomcat.port())) {
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
            connection.sendFrame("421[\"flood\"]");
            assertThatItIsNoticed("ping timeout");
        }
        assertThat(client.connect()).isNotEmpty();
    }

    @Test
    @Timeout(30)
    void that_does_not_read_its_poll_holds_no_thread_that_emits_and_is_noticed() throws InterruptedException {
        String sid = client.connect();
        try (RawConnection poll = new RawConnection(tomcat.port())) {
            poll.request("GET /socket.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1", "Host: localhost");
            client.post(sid, "421[\"flood\"]");
            assertThatItIsNoticed("ping timeout");
        }
        assertThat(client.connect()).isNotEmpty();
    }
}
