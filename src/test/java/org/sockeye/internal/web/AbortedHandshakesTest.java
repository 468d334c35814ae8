package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockeye.harness.Census;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.RawConnection;

/**
 * Clients whose connections are reset at every possible step from the first byte to an event that is half sent. So many go through each
 * step as the system property {@code aborts} says, 40 if it is not there: 1,000 in all.
 */
class AbortedHandshakesTest {

    private static final int EACH = Integer.getInteger("aborts", 40);
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    private static final String WEBSOCKET = "/socket.io/?EIO=4&transport=websocket";

    private final Semaphore asked = new Semaphore(0);
    private final Semaphore go = new Semaphore(0);

    /** One client, with whatever connections it needs. */
    private static final class Client implements AutoCloseable {
        private final int port;
        private final List<RawConnection> connections = new ArrayList<>();

        /** What goes on once everything is reset. Used by the test's thread. */
        private Runnable afterwards = () -> {};

        Client(int port) {
            this.port = port;
        }

        RawConnection connection() {
            RawConnection opened = new RawConnection(port);
            connections.add(opened);
            return opened;
        }

        RawConnection get(String query) {
            return connection().request("GET " + POLLING + query + " HTTP/1.1", "Host: localhost");
        }

        RawConnection post(String sid, int length, String body) {
            return connection()
                    .request(
                            "POST " + POLLING + "&sid=" + sid + " HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: text/plain",
                            "Content-Length: " + length)
                    .send(body);
        }

        /** Opens a session by polling; answers its sid. */
        String open() {
            RawConnection connection = get("");
            int length = (int)
                    connection.headers().firstValueAsLong("content-length").orElseThrow();
            String body = connection.read(length);
            int start = body.indexOf("\"sid\":\"") + 7;
            return body.substring(start, body.indexOf('"', start));
        }

        /** Opens a session by polling and connects to a namespace. */
        String connect(String namespace) {
            String sid = open();
            String packet = "40" + namespace;
            assertThat(post(sid, packet.length(), packet).head()).startsWith("HTTP/1.1 200");
            return sid;
        }

        RawConnection webSocket(String query) {
            RawConnection socket = connection().webSocket(WEBSOCKET + query);
            assertThat(socket.head()).startsWith("HTTP/1.1 101");
            return socket;
        }

        RawConnection opened() {
            RawConnection socket = webSocket("");
            assertThat(socket.frame()).startsWith("0{");
            return socket;
        }

        RawConnection connected() {
            RawConnection socket = opened();
            assertThat(socket.sendFrame("40").frame()).startsWith("40{");
            return socket;
        }

        RawConnection probed() {
            RawConnection socket = webSocket("&sid=" + open());
            assertThat(socket.sendFrame("2probe").frame()).isEqualTo("3probe");
            return socket;
        }

        @Override
        public void close() {
            connections.forEach(RawConnection::reset);
            afterwards.run();
        }
    }

    /** How far a client goes before everything that it has is reset. */
    private interface Step {
        void go(Client client) throws Exception;
    }

    private Map<String, Step> steps() {
        return Map.ofEntries(
                Map.entry("nothing sent", Client::connection),
                Map.entry("half a request", client -> client.connection().send("GET " + POLLING)),
                Map.entry("a handshake that is not read", client -> client.get("")),
                Map.entry("a handshake", Client::open),
                Map.entry("a poll that waits", client -> client.get("&sid=" + client.open())),
                Map.entry("half a POST", client -> client.post(client.open(), 100, "40")),
                Map.entry("a CONNECT that is not answered", client -> client.connect("")),
                Map.entry("a poll after the CONNECT", client -> client.get("&sid=" + client.connect(""))),
                Map.entry("half a POST after the CONNECT", client -> client.post(client.connect(""), 100, "42[")),
                Map.entry("half a binary event by polling", client -> half(client, client.connect(""))),
                Map.entry("a request for a WebSocket", client -> client.connection()
                        .webSocket(WEBSOCKET)),
                Map.entry("a WebSocket", client -> client.webSocket("")),
                Map.entry("a WebSocket that was greeted", Client::opened),
                Map.entry("a CONNECT by WebSocket", client -> client.opened().sendFrame("40")),
                Map.entry("a socket", Client::connected),
                Map.entry("a socket that is asked", client -> client.connected().sendFrame("42[\"ask me\"]")),
                Map.entry(
                        "half a frame", client -> client.connected().send(new byte[] {(byte) 0x81, (byte) 0x85, 0, 0})),
                Map.entry("half a binary event", client -> client.connected()
                        .sendFrame("452-[\"e\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]")
                        .send(RawConnection.frameOf(2, true, new byte[10]))),
                Map.entry("a request for an upgrade", client -> client.connection()
                        .webSocket(WEBSOCKET + "&sid=" + client.open())),
                Map.entry("an upgrade without a probe", client -> client.webSocket("&sid=" + client.open())),
                Map.entry("a probe", Client::probed),
                Map.entry("a poll beside a probe", client -> upgradeOf(client, client.open())),
                Map.entry("an upgrade", client -> client.probed().sendFrame("5")),
                Map.entry(
                        "a CONNECT after the upgrade",
                        client -> client.probed().sendFrame("5").sendFrame("40")),
                Map.entry("while a middleware runs", this::whileMiddlewareRuns));
    }

    private static void half(Client client, String sid) {
        String packet = "451-[\"e\",{\"_placeholder\":true,\"num\":0}]";
        assertThat(client.post(sid, packet.length(), packet).head()).startsWith("HTTP/1.1 200");
    }

    private static void upgradeOf(Client client, String sid) {
        client.get("&sid=" + sid);
        client.webSocket("&sid=" + sid).sendFrame("2probe");
    }

    private void whileMiddlewareRuns(Client client) throws InterruptedException {
        client.afterwards = go::release;
        client.opened().sendFrame("40/slow,");
        assertThat(asked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    private EmbeddedTomcat start() {
        return EmbeddedTomcat.builder()
                .setting("pingInterval", "2000")
                .setting("pingTimeout", "1500")
                .setting("connectTimeout", "3000")
                .setting("upgradeTimeout", "2000")
                .application(io -> {
                    io.onConnection(socket -> {
                        socket.join("one", "two of " + socket.id());
                        socket.on("ask me", event -> socket.emitWithAck("question"));
                    });
                    io.of("/slow").use(candidate -> {
                        asked.release();
                        assertThat(go.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
                    });
                })
                .start();
    }

    @Test
    @Timeout(900)
    void leave_every_map_as_it_was() throws Exception {
        try (EmbeddedTomcat tomcat = start()) {
            Map<String, Integer> before = Census.of(tomcat);
            for (Map.Entry<String, Step> step : steps().entrySet()) {
                for (int i = 0; i < EACH; i++) {
                    abort(tomcat.port(), step.getKey(), step.getValue());
                }
            }
            Census.awaitSame(before, tomcat);
            assertThat(tomcat.server().clientsCount()).isZero();
        }
    }

    private void abort(int port, String name, Step step) throws Exception {
        try (Client client = new Client(port)) {
            step.go(client);
        } catch (UncheckedIOException | AssertionError failed) {
            throw new AssertionError("the client could not get as far as: " + name, failed);
        }
    }
}
