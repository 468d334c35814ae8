package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.DisconnectReason;
import org.sockeye.RefusalCause;
import org.sockeye.ServerMetrics;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.Eventually;
import org.sockeye.harness.Inbox;
import org.sockeye.harness.RawConnection;

/** Each sentence of {@link ServerMetrics}, by real requests. */
class ServerMetricsTest {

    /** Confined to the test's thread. */
    private @Nullable EmbeddedTomcat running;

    private final Inbox<Socket> sockets = new Inbox<>();

    private EmbeddedTomcat start(String... settings) {
        EmbeddedTomcat.Builder builder = EmbeddedTomcat.builder().application(io -> io.onConnection(sockets::add));
        for (int i = 0; i < settings.length; i += 2) {
            builder.setting(settings[i], settings[i + 1]);
        }
        EmbeddedTomcat tomcat = builder.start();
        running = tomcat;
        return tomcat;
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    private static EngineClient client(EmbeddedTomcat tomcat) {
        return new EngineClient(tomcat.http("/socket.io/"));
    }

    private static EngineClient.Link webSocket(EmbeddedTomcat tomcat) {
        EngineClient.Link link = client(tomcat).webSocket("EIO=4&transport=websocket");
        link.next();
        return link;
    }

    @Nested
    class Of_what_is_carried_now {

        @Test
        void sessions_are_counted_in_all_and_by_transport() {
            EmbeddedTomcat tomcat = start();
            ServerMetrics metrics = tomcat.server().metrics();
            assertThat(metrics.sessions()).isZero();
            client(tomcat).open();
            client(tomcat).open();
            EngineClient.Link link = webSocket(tomcat);
            Eventually.is(() -> metrics.sessions() == 3);
            assertThat(metrics.sessions(Transport.POLLING)).isEqualTo(2);
            assertThat(metrics.sessions(Transport.WEBSOCKET)).isEqualTo(1);
            link.abort();
            Eventually.is(() -> metrics.sessions(Transport.WEBSOCKET) == 0 && metrics.sessions() == 2);
        }

        @Test
        void sockets_are_counted_in_all_and_by_namespace() {
            EmbeddedTomcat tomcat = start();
            ServerMetrics metrics = tomcat.server().metrics();
            tomcat.server().of("/chat");
            tomcat.server().of(Pattern.compile("^/room-\\d$"));
            EngineClient.Link link = webSocket(tomcat);
            link.send("40").next();
            link.send("40/room-1,").next();
            webSocket(tomcat).send("40").next();
            assertThat(metrics.sockets()).isEqualTo(3);
            assertThat(metrics.socketsByNamespace())
                    .containsOnly(Map.entry("/", 2), Map.entry("/chat", 0), Map.entry("/room-1", 1));
            link.send("41/room-1,");
            Eventually.is(() -> metrics.sockets() == 2);
        }

        @Test
        void bytes_wait_in_outboxes_until_the_client_takes_them() {
            EmbeddedTomcat tomcat = start();
            ServerMetrics metrics = tomcat.server().metrics();
            String sid = client(tomcat).connect();
            assertThat(metrics.outboxBytes()).isZero();
            sockets.next().emit("e");
            assertThat(metrics.outboxBytes()).isEqualTo("42[\"e\"]".length());
            client(tomcat).poll(sid);
            assertThat(metrics.outboxBytes()).isZero();
        }

        @Test
        void an_acknowledgement_is_owed_by_each_client_that_was_asked_until_it_comes() {
            EmbeddedTomcat tomcat = start();
            ServerMetrics metrics = tomcat.server().metrics();
            EngineClient.Link first = webSocket(tomcat);
            first.send("40").next();
            EngineClient.Link second = webSocket(tomcat);
            second.send("40").next();
            Socket socket = sockets.next();
            sockets.next();
            socket.emitWithAck("one");
            assertThat(metrics.acksPending()).isEqualTo(1);
            tomcat.server().emitWithAck("all");
            assertThat(metrics.acksPending()).isEqualTo(3);
            first.send("430[]").send("431[]");
            second.abort();
            Eventually.is(() -> metrics.acksPending() == 0);
        }
    }

    @Nested
    class Of_what_has_passed {

        @Test
        void packets_and_bytes_of_a_WebSocket_are_counted_as_utf_8() {
            EmbeddedTomcat tomcat = start();
            ServerMetrics metrics = tomcat.server().metrics();
            EngineClient.Link link = client(tomcat).webSocket("EIO=4&transport=websocket");
            int opened = link.next().length();
            assertThat(metrics.packetsOut()).isEqualTo(1);
            assertThat(metrics.bytesOut()).isEqualTo(opened);
            int welcome = link.send("40").next().length();
            sockets.next().on("\u00e4", event -> event.answer("\u00fc"));
            assertThat(link.send("420[\"\u00e4\"]").next()).isEqualTo("430[\"\u00fc\"]");
            assertThat(metrics.packetsIn()).isEqualTo(2);
            assertThat(metrics.bytesIn()).isEqualTo("40".length() + "420[\"..\"]".length());
            assertThat(metrics.packetsOut()).isEqualTo(3);
            assertThat(metrics.bytesOut()).isEqualTo(opened + welcome + "430[\"..\"]".length());
        }

        @Test
        void packets_and_bytes_of_long_polling_are_those_of_the_bodies() {
            EmbeddedTomcat tomcat = start();
            ServerMetrics metrics = tomcat.server().metrics();
            EngineClient client = client(tomcat);
            String opened = client.get("EIO=4&transport=polling").body();
            String sid = EngineClient.sidOf(opened);
            client.post(sid, "40\u001e42[\"a\"]");
            assertThat(metrics.packetsIn()).isEqualTo(2);
            assertThat(metrics.bytesIn()).isEqualTo("40.42[\"a\"]".length());
            int welcome = client.poll(sid).body().length();
            assertThat(metrics.packetsOut()).isEqualTo(2);
            assertThat(metrics.bytesOut()).isEqualTo(opened.length() + welcome);
        }

        @Test
        void attachments_are_packets_of_their_own() {
            EmbeddedTomcat tomcat = start();
            ServerMetrics metrics = tomcat.server().metrics();
            EngineClient.Link link = webSocket(tomcat);
            link.send("40").next();
            long before = metrics.bytesIn();
            link.send("451-[\"b\",{\"_placeholder\":true,\"num\":0}]").send(new byte[10]);
            Eventually.is(() -> metrics.packetsIn() == 3);
            assertThat(metrics.bytesIn() - before)
                    .isEqualTo("451-[\"b\",{\"_placeholder\":true,\"num\":0}]".length() + 10);
        }

        @Test
        void disconnections_are_counted_by_reason_and_for_each_namespace() {
            EmbeddedTomcat tomcat = start();
            ServerMetrics metrics = tomcat.server().metrics();
            tomcat.server().of("/chat");
            EngineClient.Link link = webSocket(tomcat);
            link.send("40").next();
            link.send("40/chat,").next();
            link.send("41");
            Eventually.is(() -> metrics.disconnects(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT) == 1);
            link.send("40").next();
            link.send("1");
            Eventually.is(() -> metrics.disconnects() == 3);
            assertThat(metrics.disconnects(DisconnectReason.TRANSPORT_CLOSE)).isEqualTo(2);
        }

        @Test
        void a_request_that_breaks_while_its_body_is_read_is_a_network_failure() {
            EmbeddedTomcat tomcat = start();
            ServerMetrics metrics = tomcat.server().metrics();
            String sid = client(tomcat).connect();
            try (RawConnection broken = new RawConnection(tomcat.port())) {
                broken.request(
                        "POST /socket.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1",
                        "Host: localhost",
                        "Content-Length: 100",
                        "Expect: 100-continue");
                assertThat(broken.head()).contains("100");
                broken.reset();
            }
            Eventually.is(() -> metrics.networkFailures() == 1);
            Eventually.is(() -> metrics.disconnects(DisconnectReason.TRANSPORT_ERROR) == 1);
        }
    }

    @Nested
    class Of_what_was_refused {

        private void refused(ServerMetrics metrics, RefusalCause cause) {
            Eventually.is(() -> metrics.refusals(cause) == 1);
            assertThat(metrics.refusals()).as("nothing else").isEqualTo(1);
        }

        @Test
        void an_unknown_transport() {
            EmbeddedTomcat tomcat = start();
            client(tomcat).get("EIO=4&transport=flash");
            refused(tomcat.server().metrics(), RefusalCause.UNKNOWN_TRANSPORT);
        }

        @Test
        void an_unknown_session() {
            EmbeddedTomcat tomcat = start();
            client(tomcat).poll("AAAAAAAAAAAAAAAAAAAA");
            refused(tomcat.server().metrics(), RefusalCause.UNKNOWN_SESSION);
        }

        @Test
        void a_session_that_begins_by_POST() {
            EmbeddedTomcat tomcat = start();
            client(tomcat)
                    .send(client(tomcat).request("EIO=4&transport=polling").POST(BodyPublishers.ofString("40")));
            refused(tomcat.server().metrics(), RefusalCause.BAD_METHOD);
        }

        @Test
        void a_request_that_is_none_of_ours() {
            EmbeddedTomcat tomcat = start();
            client(tomcat).get("EIO=4&transport=websocket");
            refused(tomcat.server().metrics(), RefusalCause.BAD_REQUEST);
        }

        @Test
        void a_client_of_an_old_revision() {
            EmbeddedTomcat tomcat = start();
            client(tomcat).get("EIO=3&transport=polling");
            refused(tomcat.server().metrics(), RefusalCause.UNSUPPORTED_PROTOCOL);
        }

        @Test
        void by_a_request_filter() {
            EmbeddedTomcat tomcat = start();
            tomcat.server().engine().allowRequest(request -> {
                throw new ConnectionRefusedException("no");
            });
            client(tomcat).get("EIO=4&transport=polling");
            refused(tomcat.server().metrics(), RefusalCause.FORBIDDEN);
        }

        @Test
        void a_page_of_another_site() {
            EmbeddedTomcat tomcat = start();
            try (RawConnection page = new RawConnection(tomcat.port())) {
                page.webSocket("/socket.io/?EIO=4&transport=websocket", "Origin: http://evil.example")
                        .head();
            }
            refused(tomcat.server().metrics(), RefusalCause.ORIGIN);
        }

        @Test
        void one_session_too_many() {
            EmbeddedTomcat tomcat = start("maxSessions", "1");
            client(tomcat).open();
            client(tomcat).get("EIO=4&transport=polling");
            refused(tomcat.server().metrics(), RefusalCause.TOO_MANY_SESSIONS);
        }

        @Test
        void one_session_too_many_that_is_in_no_namespace() {
            EmbeddedTomcat tomcat = start("maxUnconnectedSessions", "1");
            client(tomcat).open();
            client(tomcat).open();
            refused(tomcat.server().metrics(), RefusalCause.TOO_MANY_UNCONNECTED);
        }

        @Test
        void a_body_that_is_too_large() {
            EmbeddedTomcat tomcat = start("maxPayload", "1000");
            String sid = client(tomcat).connect();
            client(tomcat).post(sid, "4".repeat(1001));
            refused(tomcat.server().metrics(), RefusalCause.TOO_LARGE);
        }

        @Test
        void a_WebSocket_message_that_is_too_large() {
            EmbeddedTomcat tomcat = start("maxPayload", "1000");
            webSocket(tomcat).send("4".repeat(1001));
            refused(tomcat.server().metrics(), RefusalCause.TOO_LARGE);
        }

        @Test
        void one_event_too_many_for_handlers_that_are_behind() {
            EmbeddedTomcat tomcat = start("maxWaitingEvents", "1", "dispatch", "executor");
            CountDownLatch over = new CountDownLatch(1);
            EngineClient.Link link = webSocket(tomcat);
            link.send("40").next();
            sockets.next().on("slow", event -> assertThat(over.await(10, TimeUnit.SECONDS))
                    .isTrue());
            link.send("42[\"slow\"]").send("42[\"slow\"]").send("42[\"slow\"]");
            refused(tomcat.server().metrics(), RefusalCause.TOO_MANY_EVENTS);
            over.countDown();
        }

        @Test
        void a_client_that_does_not_read() {
            EmbeddedTomcat tomcat = start("maxOutboxPackets", "1");
            client(tomcat).connect();
            Socket socket = sockets.next();
            socket.emit("one");
            socket.emit("two");
            refused(tomcat.server().metrics(), RefusalCause.OUTBOX_FULL);
        }

        @Test
        void a_namespace_that_is_not_there() {
            EmbeddedTomcat tomcat = start();
            webSocket(tomcat).send("40/nowhere,").next();
            refused(tomcat.server().metrics(), RefusalCause.UNKNOWN_NAMESPACE);
        }

        @Test
        void one_namespace_too_many() {
            EmbeddedTomcat tomcat = start("maxChildNamespaces", "1");
            tomcat.server().of(Pattern.compile("^/room-\\d$"));
            webSocket(tomcat).send("40/room-1,").next();
            webSocket(tomcat).send("40/room-2,").next();
            refused(tomcat.server().metrics(), RefusalCause.TOO_MANY_NAMESPACES);
        }

        @Test
        void a_namespace_that_no_parent_allows() {
            EmbeddedTomcat tomcat = start();
            tomcat.server().of(Pattern.compile("^/room-\\d$"));
            webSocket(tomcat).send("40/nowhere,").next();
            refused(tomcat.server().metrics(), RefusalCause.UNKNOWN_NAMESPACE);
        }

        @Test
        void by_a_middleware() {
            EmbeddedTomcat tomcat = start();
            tomcat.server().use(socket -> {
                throw new ConnectionRefusedException("no");
            });
            webSocket(tomcat).send("40").next();
            refused(tomcat.server().metrics(), RefusalCause.APPLICATION);
        }
    }

    @Test
    void before_the_server_has_started_all_are_zero() {
        Inbox<Long> seen = new Inbox<>();
        EmbeddedTomcat.start(io -> seen.add(all(io))).close();
        assertThat(seen.next()).isZero();
    }

    private static long all(SocketIoServer io) {
        ServerMetrics metrics = io.metrics();
        return metrics.sessions()
                + metrics.sockets()
                + metrics.packetsIn()
                + metrics.packetsOut()
                + metrics.bytesIn()
                + metrics.bytesOut()
                + metrics.outboxBytes()
                + metrics.acksPending()
                + metrics.disconnects()
                + metrics.networkFailures()
                + metrics.refusals();
    }

    @Test
    @SuppressWarnings("NullAway") // what it is about
    void null_is_refused_by_name() {
        ServerMetrics metrics = start().server().metrics();
        assertThatThrownBy(() -> metrics.sessions(null)).hasMessage("transport");
        assertThatThrownBy(() -> metrics.disconnects(null)).hasMessage("reason");
        assertThatThrownBy(() -> metrics.refusals(null)).hasMessage("cause");
    }
}
