package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

class WebSocketTest {

    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    private static final String VERSION = "Sec-WebSocket-Version: 13";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineClient client;

    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.builder()
                .setting("maxPayload", "10000")
                .setting("corsOrigins", "https://friend.example")
                .application(io -> io.onConnection(socket -> {
                    socket.on("echo", event -> socket.emit("echo", event.argument(0, Object.class)));
                    socket.on(
                            "query",
                            event -> socket.emit(
                                    "query",
                                    socket.handshake().request().query().get("mark")));
                }))
                .start();
        client = new EngineClient(tomcat.http("/socket.io/"));
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    private static EngineClient.Link connect(String more) {
        EngineClient.Link link = client.webSocket("EIO=4&transport=websocket" + more);
        assertThat(link.next()).startsWith("0{\"sid\":");
        link.send("40");
        assertThat(link.next()).startsWith("40{\"sid\":");
        return link;
    }

    @Test
    void text_and_binary_go_both_ways() {
        EngineClient.Link link = connect("");
        link.send("42[\"echo\",\"Grüße €😀\"]");
        assertThat(link.next()).isEqualTo("42[\"echo\",\"Grüße €😀\"]");
        link.send("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]").send(new byte[] {1, 2, (byte) 0xff});
        assertThat(link.next()).isEqualTo("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
        assertThat(link.next()).isEqualTo("0x0102ff");
    }

    @Test
    void a_message_may_come_in_pieces() {
        EngineClient.Link link = connect("");
        String part = "é".repeat(1500);
        link.sendPart("42[\"echo\",\"", false)
                .sendPart(part, false)
                .sendPart(part, false)
                .sendPart("\"]", true);
        assertThat(link.next()).isEqualTo("42[\"echo\",\"" + part + part + "\"]");
    }

    @Test
    void many_messages_arrive_in_order() {
        EngineClient.Link link = connect("");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            link.send("42[\"echo\"," + i + "]");
            expected.add("42[\"echo\"," + i + "]");
        }
        List<String> received = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            received.add(link.next());
        }
        assertThat(received).isEqualTo(expected);
    }

    @Test
    void each_connection_sees_its_own_request() {
        List<EngineClient.Link> links = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            links.add(connect("&mark=" + i));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(links.get(i).send("42[\"query\"]").next()).isEqualTo("42[\"query\",[\"" + i + "\"]]");
        }
    }

    @Test
    void a_polling_session_is_upgraded() {
        String sid = client.connect();
        EngineClient.Link link = client.webSocket("EIO=4&transport=websocket&sid=" + sid);
        var held = client.pollLater(sid);
        assertThat(link.send("2probe").next()).isEqualTo("3probe");
        assertThat(EngineClient.get(held).body()).isEqualTo("6");
        link.send("5").send("42[\"echo\",\"over\"]");
        assertThat(link.next()).isEqualTo("42[\"echo\",\"over\"]");
    }

    @Nested
    class A_message_that_is_too_large {

        @Test
        void closes_the_connection_if_it_is_text() {
            assertThat(connect("").send("4" + "€".repeat(3334)).closeCode()).isEqualTo(1009);
        }

        @Test
        void closes_the_connection_if_it_is_binary() {
            assertThat(connect("").send(new byte[10_001]).closeCode()).isEqualTo(1009);
        }

        @Test
        void closes_the_connection_before_it_is_complete() {
            assertThat(connect("").sendPart("4" + "a".repeat(10_000), false).closeCode())
                    .isEqualTo(1009);
        }
    }

    @Test
    void a_message_of_just_the_largest_size_is_taken() {
        EngineClient.Link link = connect("");
        String event = "42[\"echo\",\"" + "a".repeat(10_000 - 13) + "\"]";
        assertThat(link.send(event).next()).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "42[\"echo\"", "9", "450-[\"a\"]"})
    void a_message_that_is_no_packet_ends_the_session(String message) {
        EngineClient.Link link = connect("");
        assertThat(link.send(message).closeCode()).isBetween(1000, 1011);
    }

    @Nested
    class A_handshake {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        ''                                                     | Transport unknown
                        EIO=4&transport=abc                                    | Transport unknown
                        EIO=4&transport=polling                                | Bad request
                        transport=websocket                                    | Unsupported protocol version
                        EIO=3&transport=websocket                              | Unsupported protocol version
                        EIO=4&transport=websocket&sid=AAAAAAAAAAAAAAAAAAAA     | Session ID unknown
                        EIO=4&transport=websocket&sid=__proto__                | Session ID unknown
                        """)
        void with_bad_parameters_is_refused_with_the_reference_servers_words(String query, String message) {
            try (RawConnection connection = new RawConnection(tomcat.port())) {
                upgrade(connection, "GET", "/socket.io/?" + query, KEY, VERSION);
                assertThat(connection.head())
                        .startsWith("HTTP/1.1 400 ")
                        .containsIgnoringCase("content-type: text/html");
                assertThat(connection.read(message.length())).isEqualTo(message);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/socket.io/", "/socket.io"})
        void is_completed_with_and_without_the_slash(String path) {
            assertThat(status(path + "?EIO=4&transport=websocket", KEY, VERSION))
                    .isEqualTo(101);
        }

        @Test
        void negotiates_no_compression() {
            try (RawConnection connection = new RawConnection(tomcat.port())) {
                upgrade(
                        connection,
                        "GET",
                        "/socket.io/?EIO=4&transport=websocket",
                        KEY,
                        VERSION,
                        "Sec-WebSocket-Extensions: permessage-deflate");
                assertThat(connection.head())
                        .startsWith("HTTP/1.1 101 ")
                        .doesNotContainIgnoringCase("permessage-deflate");
            }
        }

        @Test
        void of_another_version_is_refused_and_told_ours() {
            try (RawConnection connection = new RawConnection(tomcat.port())) {
                upgrade(connection, "GET", "/socket.io/?EIO=4&transport=websocket", KEY, "Sec-WebSocket-Version: 12");
                assertThat(connection.head()).startsWith("HTTP/1.1 400 ").contains("Sec-WebSocket-Version: 13");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"X-None: x", "Sec-WebSocket-Key: ", "Sec-WebSocket-Key: short"})
        void without_a_key_is_refused(String header) {
            assertThat(status("/socket.io/?EIO=4&transport=websocket", header, VERSION))
                    .isEqualTo(400);
        }

        @ParameterizedTest
        @CsvSource({"POST, false, 400", "PUT, false, 400", "POST, true, 405", "PUT, true, 405"})
        void by_another_method_is_refused(String method, boolean upgrade, int status) {
            String sid = upgrade ? "&sid=" + client.open() : "";
            try (RawConnection connection = new RawConnection(tomcat.port())) {
                upgrade(connection, method, "/socket.io/?EIO=4&transport=websocket" + sid, KEY, VERSION);
                assertThat(connection.head()).startsWith("HTTP/1.1 " + status + " ");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "https://friend.example, 101",
            "http://localhost, 101",
            "https://evil.example, 403",
            "null, 403",
            "https://friend.example.evil.example, 403"
        })
        void is_open_to_the_pages_that_the_settings_allow(String origin, int expected) {
            assertThat(status("/socket.io/?EIO=4&transport=websocket", KEY, VERSION, "Origin: " + origin))
                    .isEqualTo(expected);
        }

        @Test
        void at_the_hidden_path_is_refused() {
            assertThat(status("/.org.sockeye.websocket?EIO=4&transport=websocket", KEY, VERSION))
                    .isEqualTo(403);
        }

        private int status(String path, String... headers) {
            try (RawConnection connection = new RawConnection(tomcat.port())) {
                upgrade(connection, "GET", path, headers);
                return Integer.parseInt(connection.head().substring(9, 12));
            }
        }
    }

    private static void upgrade(RawConnection connection, String method, String path, String... headers) {
        List<String> lines = new ArrayList<>(List.of(
                method + " " + path + " HTTP/1.1", "Host: localhost", "Connection: Upgrade", "Upgrade: websocket"));
        lines.addAll(List.of(headers));
        connection.request(lines.toArray(String[]::new));
    }
}
