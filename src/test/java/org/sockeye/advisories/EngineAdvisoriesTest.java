package org.sockeye.advisories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.EngineClient.Link;
import org.sockeye.harness.RawConnection;

/** Advisories of Engine.IO servers, WebSocket servers and containers. */
@Timeout(60)
class EngineAdvisoriesTest {

    private static final String POLLING = "EIO=4&transport=polling";
    private static final String WEBSOCKET = "EIO=4&transport=websocket";

    /** The opcode of a frame that closes a WebSocket. */
    private static final int CLOSE = 8;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineClient client;

    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.builder().setting("allowEIO3", "true").start();
        client = new EngineClient(tomcat.http("/socket.io/"));
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    /** CVE-2017-16031. */
    @Nested
    class Ids {

        @Test
        void of_revision_4_are_random_and_a_socket_does_not_tell_its_session() {
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < 50; i++) {
                Link link = client.webSocket(WEBSOCKET);
                ids.add(EngineClient.sidOf(link.next()));
                ids.add(EngineClient.sidOf(link.send("40").next()));
                link.abort();
            }
            assertThat(ids).hasSize(100).allMatch(id -> id.matches("[A-Za-z0-9_-]{20}"));
        }
    }

    /** CVE-2020-36048: the work and the memory for a POST grow with what was sent, and with nothing that it says. */
    @Nested
    class A_large_post {

        @Test
        void of_many_tiny_packets_is_refused_after_as_many_as_may_be() {
            assertThat(client.post(client.open(), "6\u001e".repeat(400_000) + "6")
                            .statusCode())
                    .isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"99999999999999999999:4", "2147483647:4", "999999:4", "1:", ":", "-1:4", "1e3:4"})
        void that_announces_more_than_it_has_is_refused(String body) {
            String session = "EIO=3&transport=polling&b64=1&sid=" + openRevision3();
            assertThat(client.send(client.request(session).POST(BodyPublishers.ofString(body)))
                            .statusCode())
                    .isEqualTo(400);
        }

        private String openRevision3() {
            return EngineClient.sidOf(
                    client.get("EIO=3&transport=polling&b64=1").body());
        }
    }

    /** CVE-2022-21676: what comes with the handshake, before the session is open. */
    @ParameterizedTest
    @ValueSource(strings = {"7", "", "b===", "42[", "451-", "1"})
    void a_bad_frame_right_behind_the_handshake_ends_that_session_and_nothing_else(String frame) {
        try (CapturedLog log = new CapturedLog("");
                RawConnection connection = new RawConnection(tomcat.port())) {
            connection.webSocket("/socket.io/?" + WEBSOCKET).sendFrame(frame);
            assertThat(connection.head()).startsWith("HTTP/1.1 101 ");
            while (connection.anyFrame().orElseThrow().getKey() != CLOSE) {
                assertThat(log.text(Level.WARNING)).isEmpty();
            }
            assertThat(log.text(Level.WARNING)).isEmpty();
        }
        assertThat(client.get(POLLING).statusCode()).isEqualTo(200);
    }

    /** CVE-2022-41940. */
    @Nested
    class A_connection_that_is_reset {

        private static final List<String> STEPS =
                List.of("", "40", "40,2probe", "2probe", "2probe,5", "2probe,5,40", "5", "5,40,42[\"a\"]", "1");

        @Test
        void at_any_step_of_handshake_or_upgrade_leaves_nothing_behind() {
            try (CapturedLog log = new CapturedLog("");
                    EmbeddedTomcat own = EmbeddedTomcat.builder()
                            .setting("pingInterval", "500")
                            .setting("pingTimeout", "1000")
                            .application(io -> io.onConnection(socket -> socket.emit("a")))
                            .start()) {
                for (String frames : STEPS) {
                    reset(own, frames, true, true);
                    reset(own, frames, true, false);
                    reset(own, frames, false, true);
                    reset(own, frames, false, false);
                }
                EngineClient other = new EngineClient(own.http("/socket.io/"));
                while (own.server().engine().clientsCount() > 0) { // until the heartbeat has missed them all
                    assertThat(other.get("EIO=0").statusCode()).isEqualTo(400);
                }
                assertThat(log.text(Level.WARNING)).doesNotContain("org.sockeye");
            }
        }

        private static void reset(EmbeddedTomcat own, String frames, boolean upgrade, boolean answered) {
            String sid = upgrade ? "&sid=" + new EngineClient(own.http("/socket.io/")).open() : "";
            try (RawConnection connection = new RawConnection(own.port())) {
                connection.webSocket("/socket.io/?" + WEBSOCKET + sid);
                if (answered) {
                    assertThat(connection.head()).startsWith("HTTP/1.1 101 ");
                }
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                for (String frame : frames.split(",", -1)) {
                    all.writeBytes(RawConnection.frameOf(1, true, frame.getBytes(UTF_8)));
                }
                connection.send(all.toByteArray()); // in one write, as the server may close after the first of them
                connection.reset();
            }
        }

        @Test
        void in_the_middle_of_a_message_leaves_nothing_behind() {
            int before = tomcat.server().engine().clientsCount();
            RawConnection connection = new RawConnection(tomcat.port());
            connection.webSocket("/socket.io/?" + WEBSOCKET).head();
            assertThat(connection.frame()).startsWith("0{");
            connection.send(RawConnection.frameOf(1, false, "4".repeat(60_000).getBytes(UTF_8)));
            connection.reset();
            while (tomcat.server().engine().clientsCount() > before) { // until the container has told
                assertThat(client.get("EIO=0").statusCode()).isEqualTo(400);
            }
        }
    }

    /** CVE-2023-31125: properties that every object of JavaScript has are no transports, and neither is anything else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "__proto__",
                "constructor",
                "toString",
                "hasOwnProperty",
                "webtransport",
                "POLLING",
                "%00",
                "polling%20"
            })
    void a_transport_that_is_none_is_refused(String transport) {
        for (String query :
                new String[] {"EIO=4&transport=" + transport, "EIO=3&t=x&j=0&b64=1&transport=" + transport}) {
            HttpResponse<String> answer = client.get(query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"code\":0,\"message\":\"Transport unknown\"}");
            assertThat(statusOfWebSocket("/socket.io/?" + query)).isEqualTo("400");
        }
    }

    /** CVE-2026-59725: a container holds what belongs to a request until that has ended. */
    @Test
    void ten_thousand_posts_that_are_refused_are_all_ended() {
        for (int i = 0; i < 10_000; i++) {
            String session = i % 20 == 0 ? client.open() : i % 2 == 0 ? "AAAAAAAAAAAAAAAAAAAA" : "";
            try (RawConnection connection = new RawConnection(tomcat.port())) {
                connection.send(post("&sid=" + session, "nothing"));
                HttpHeaders answer = connection.headers();
                assertThat(answer.firstValue(":status")).contains("400");
                connection.read((int) answer.firstValueAsLong("content-length").orElseThrow());
            }
        }
    }

    private static String post(String session, String body) {
        return "POST /socket.io/?" + POLLING + session + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    /** CVE-2026-59724. */
    @ParameterizedTest
    @ValueSource(
            strings = {"__proto__", "constructor", "toString", "..%2f..", "%00", "AAAAAAAAAAAAAAAAAAAA", "A%0AAAAA"})
    void a_session_id_that_is_none_is_refused(String sid) {
        String unknown = "{\"code\":1,\"message\":\"Session ID unknown\"}";
        assertThat(client.poll(sid).body()).isEqualTo(unknown);
        assertThat(client.post(sid, "4").body()).isEqualTo(unknown);
        assertThat(statusOfWebSocket("/socket.io/?" + WEBSOCKET + "&sid=" + sid))
                .isEqualTo("400");
    }

    /** CVE-2026-102599. */
    @ParameterizedTest
    @CsvSource({"4, EIO=3&", "4, EIO=&", "4, ''", "4, EIO=5&", "3, EIO=4&", "3, ''"})
    void a_request_by_another_revision_than_the_sessions_is_refused(int revision, String named) {
        String sid = EngineClient.sidOf(
                client.get("EIO=" + revision + "&transport=polling&b64=1").body());
        assertThat(statusOfWebSocket("/socket.io/?" + named + "transport=websocket&sid=" + sid))
                .isEqualTo("400");
        String polling = named + "transport=polling&b64=1&sid=" + sid;
        String refusal = "{\"code\":3,\"message\":\"Bad request\"}";
        assertThat(client.get(polling).body()).isEqualTo(refusal);
        assertThat(client.send(client.request(polling).POST(BodyPublishers.ofString("40")))
                        .body())
                .isEqualTo(refusal);
        assertThat(statusOfWebSocket("/socket.io/?EIO=" + revision + "&transport=websocket&sid=" + sid))
                .isEqualTo("101");
    }

    /** What engine.io 6.6.7 mended: a transport that the application's own checks did not see. */
    @Test
    void the_same_checks_are_made_on_every_transport_and_for_a_session_that_is_upgraded() {
        try (EmbeddedTomcat own = EmbeddedTomcat.builder()
                .setting("allowEIO3", "true")
                .application(io -> {
                    io.engine().allowRequest(request -> {
                        if (request.header("x-let-me-in").isEmpty()) {
                            throw new ConnectionRefusedException("no");
                        }
                    });
                    io.use(socket -> {
                        throw new ConnectionRefusedException("nobody");
                    });
                })
                .start()) {
            EngineClient stranger = new EngineClient(own.http("/socket.io/"));
            for (String revision : new String[] {"EIO=4", "EIO=3", "EIO=3&j=0"}) {
                assertThat(stranger.get(revision + "&transport=polling").statusCode())
                        .isEqualTo(403);
                try (RawConnection connection = new RawConnection(own.port())) {
                    connection.webSocket("/socket.io/?" + revision + "&transport=websocket");
                    assertThat(connection.head()).startsWith("HTTP/1.1 400 ");
                }
            }
            assertThatNobodyIsLetIn(own);
        }
    }

    private static void assertThatNobodyIsLetIn(EmbeddedTomcat own) {
        try (RawConnection connection = new RawConnection(own.port())) {
            connection.webSocket("/socket.io/?" + WEBSOCKET, "X-Let-Me-In: x");
            assertThat(connection.head()).startsWith("HTTP/1.1 101 ");
            assertThat(connection.frame()).startsWith("0{");
            assertThat(connection.sendFrame("40").frame()).isEqualTo("44{\"message\":\"nobody\"}");
        }
        EngineClient client = new EngineClient(own.http("/socket.io/"));
        String sid = EngineClient.sidOf(
                client.send(client.request(POLLING).header("X-Let-Me-In", "x")).body());
        client.post(sid, "40");
        assertThat(client.poll(sid).body()).isEqualTo("44{\"message\":\"nobody\"}");
        Link link = client.webSocket(WEBSOCKET + "&sid=" + sid);
        assertThat(link.send("2probe").next()).isEqualTo("3probe");
        assertThat(link.send("5").send("40").next()).isEqualTo("44{\"message\":\"nobody\"}");
    }

    /** CVE-2021-32640 and CVE-2024-37890: headers of a handshake that take long to read, or are many. */
    @ParameterizedTest
    @ValueSource(strings = {"Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions", "Origin", "Cookie", "Connection"})
    void a_header_of_separators_is_read_in_no_time(String name) {
        for (String part : new String[] {" ", ",", ";", "a ", ", ", "\t"}) {
            String status = statusOfWebSocket("/socket.io/?" + WEBSOCKET, name + ": x" + part.repeat(3000) + "y");
            assertThat(status).matches("101|400|403");
        }
    }

    @Test
    void more_headers_than_the_container_takes_are_refused_by_it() {
        String[] headers = new String[200];
        Arrays.setAll(headers, i -> "X-" + i + ": x");
        assertThat(statusOfWebSocket("/socket.io/?" + WEBSOCKET, headers)).isEqualTo("400");
    }

    private static String statusOfWebSocket(String path, String... headers) {
        try (RawConnection connection = new RawConnection(tomcat.port())) {
            return connection.webSocket(path, headers).head().substring(9, 12);
        }
    }
}
