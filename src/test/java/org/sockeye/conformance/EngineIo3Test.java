package org.sockeye.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.EngineClient.Link;
import org.sockeye.harness.RawConnection;

/**
 * Revision 3 of the Engine.IO protocol: every case of its official suite, and every sentence of its document that binds a server. Nested
 * classes are the chapters, methods the sentences.
 *
 * <p>Where the document says that a pong carries what its ping did, the reference server, and so this one, does that for probes only.
 */
@Timeout(60)
class EngineIo3Test {

    private static final Payloads BASE64 = new PayloadsOfRevision3(true);
    private static final Payloads BINARY = new PayloadsOfRevision3(false);
    private static final Payloads JSONP = new PayloadsByJsonp();
    private static final String POLLING = "EIO=3&transport=polling";
    private static final String WEBSOCKET = "EIO=3&transport=websocket";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EchoServer server;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EchoServer shortHeartbeat;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineClient client;

    @BeforeAll
    static void start() {
        server = EchoServer.start(Map.of("allowEIO3", "true", "pingInterval", "60000", "pingTimeout", "50000"));
        shortHeartbeat = EchoServer.start(Map.of("allowEIO3", "true", "pingInterval", "300", "pingTimeout", "1000"));
        client = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
        shortHeartbeat.close();
    }

    @Nested
    class A_session_by_polling_with_base64 extends EachTransport {
        @Override
        Peer open(EngineClient client) {
            return new PollingPeer(client, BASE64);
        }
    }

    @Nested
    class A_session_by_polling_with_bytes extends EachTransport {
        @Override
        Peer open(EngineClient client) {
            return new PollingPeer(client, BINARY);
        }
    }

    @Nested
    class A_session_by_JSONP extends EachTransport {
        @Override
        Peer open(EngineClient client) {
            return new PollingPeer(client, JSONP);
        }
    }

    @Nested
    class A_session_by_WebSocket extends EachTransport {
        @Override
        Peer open(EngineClient client) {
            return LinkPeer.open(client, 3);
        }
    }

    @Nested
    class A_session_that_was_upgraded extends EachTransport {
        @Override
        Peer open(EngineClient client) {
            return LinkPeer.upgrade(client, 3, BINARY);
        }
    }

    /** What this revision claims of a session, whatever carries it. */
    abstract static class EachTransport extends SessionContract {

        abstract Peer open(EngineClient client);

        @Override
        Peer open() {
            return open(client);
        }

        @Override
        Peer openWithShortHeartbeat() {
            return open(shortHeartbeat.client());
        }

        @Test
        void the_server_must_respond_to_periodic_pings_of_the_client_with_pongs() {
            Peer peer = open();
            for (int i = 0; i < 3; i++) {
                peer.send("2");
                assertThat(peer.next()).isEqualTo("3");
            }
        }
    }

    @Nested
    class The_upgrade extends UpgradeContract {
        @Override
        Payloads payloads() {
            return BINARY;
        }

        @Override
        EngineClient client() {
            return client;
        }
    }

    @Nested
    class The_query_string {

        @ParameterizedTest
        @ValueSource(strings = {"EIO=3", "EIO=3&transport=abc", "EIO=3&transport="})
        void names_a_transport_that_is_supported(String query) {
            assertThat(client.get(query).statusCode()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"transport=websocket", "EIO=abc&transport=websocket", "EIO=3", "EIO=3&transport=abc"})
        void names_the_version_and_the_transport_of_a_WebSocket(String query) {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.webSocket("/engine.io/?" + query);
                assertThat(connection.head()).startsWith("HTTP/1.1 400 ");
            }
        }

        @Test
        void has_a_timestamp_that_only_keeps_caches_away() {
            assertThat(client.get(POLLING + "&t=N8hyd6w").statusCode()).isEqualTo(200);
            assertThat(client.get(POLLING + "&t=").statusCode()).isEqualTo(200);
        }

        @Test
        void opens_a_session_by_GET_only() {
            assertThat(client.send(client.request(POLLING).POST(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(400);
        }

        @Test
        void names_a_session_that_is_known() {
            assertThat(client.get(POLLING + "&sid=AAAAAAAAAAAAAAAAAAAA").statusCode())
                    .isEqualTo(400);
        }
    }

    @Nested
    class A_payload {

        private final String sid =
                EngineClient.sidOf(client.get(POLLING + "&b64=1").body());

        private HttpResponse<String> post(String body) {
            return client.send(client.request(POLLING + "&b64=1&sid=" + sid).POST(BodyPublishers.ofString(body)));
        }

        private String poll() {
            return client.get(POLLING + "&b64=1&sid=" + sid).body();
        }

        @Test
        void begins_with_its_length_in_characters() {
            String opened = client.get(POLLING).body();
            String packet = opened.substring(opened.indexOf(':') + 1);
            assertThat(opened).isEqualTo(packet.length() + ":" + packet);
        }

        @Test
        void with_one_packet_is_answered_with_ok() {
            HttpResponse<String> answer = post("6:4hello");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(poll()).isEqualTo("6:4hello");
        }

        @Test
        void may_have_several_packets() {
            post("6:4test16:4test26:4test3");
            assertThat(poll()).isEqualTo("6:4test16:4test26:4test3");
        }

        @Test
        void counts_characters_and_not_bytes() {
            post("6:4hello2:4\u20ac3:4\ud83d\ude00");
            assertThat(poll()).isEqualTo("6:4hello2:4\u20ac3:4\ud83d\ude00");
        }

        @Test
        void has_bytes_as_base64_where_the_client_takes_no_others() {
            post("2:4\u20ac10:b4AQIDBA==");
            assertThat(poll()).isEqualTo("2:4\u20ac10:b4AQIDBA==");
        }

        @Test
        void has_bytes_as_they_are_where_the_client_takes_them() {
            String session =
                    POLLING + "&sid=" + EngineClient.sidOf(client.get(POLLING).body());
            client.send(client.request(session).POST(BodyPublishers.ofString("2:4\u20ac10:b4AQIDBA==")));
            HttpResponse<byte[]> answer = client.exchange(client.request(session));
            assertThat(HexFormat.ofDelimiter(" ").formatHex(answer.body()))
                    .isEqualTo("00 04 ff 34 e2 82 ac 01 05 ff 04 01 02 03 04");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        }

        @Test
        void that_is_none_closes_the_session() {
            assertThat(post("abc").statusCode()).isEqualTo(400);
            assertThat(post("6:4hello").statusCode()).isEqualTo(400);
        }

        @Test
        void of_a_client_that_has_two_GETs_waiting_closes_the_session() {
            CompletableFuture<HttpResponse<byte[]>> one = client.exchangeLater(client.request(POLLING + "&sid=" + sid));
            CompletableFuture<HttpResponse<byte[]>> other =
                    client.exchangeLater(client.request(POLLING + "&sid=" + sid));
            HttpResponse<byte[]> first = EngineClient.get(one);
            HttpResponse<byte[]> second = EngineClient.get(other);
            assertThat(first.statusCode() + second.statusCode()).isEqualTo(600);
            assertThat(BINARY.read(first.statusCode() == 200 ? first : second)).containsExactly("1");
        }
    }

    @Nested
    class A_client_that_closes_the_session {

        @Test
        void has_its_waiting_GET_ended_with_a_noop() {
            String session =
                    POLLING + "&sid=" + EngineClient.sidOf(client.get(POLLING).body());
            CompletableFuture<HttpResponse<byte[]>> poll = client.exchangeLater(client.request(session));
            client.send(client.request(session).POST(BodyPublishers.ofString("1:6"))); // time for the GET to come first
            client.send(client.request(session).POST(BodyPublishers.ofString("1:1")));
            assertThat(EngineClient.get(poll).body()).isEqualTo("1:6".getBytes(UTF_8));
            assertThat(client.get(session).statusCode()).isEqualTo(400);
        }

        @Test
        void by_silence_may_not_go_on() {
            EngineClient silent = shortHeartbeat.client();
            String session =
                    POLLING + "&sid=" + EngineClient.sidOf(silent.get(POLLING).body());
            silent.webSocket(WEBSOCKET).closeCode(); // opened later, so it ends later
            assertThat(silent.send(silent.request(session).POST(BodyPublishers.ofString("1:2")))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Nested
    class JSONP {

        private String script(String query) {
            return client.get(POLLING + "&b64=1&" + query).body();
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "7", "4711"})
        void is_a_call_that_has_the_index_of_the_request(String j) {
            assertThat(script("j=" + j)).matches("___eio\\[" + j + "]\\(\"\\d+:0\\{.*}\"\\);");
        }

        @Test
        void is_valid_JavaScript_whatever_the_text() {
            Peer peer = new PollingPeer(client, new PayloadsByJsonp());
            String text = "4\"'\\ \\n\n\r\u2028\u2029\u0000</script>";
            peer.send(text);
            assertThat(peer.next()).isEqualTo(text);
        }

        @Test
        void calls_nothing_that_the_client_chose() {
            assertThat(script("j=alert(1)")).doesNotContain("alert");
        }

        @Test
        void is_served_as_JavaScript() {
            assertThat(client.get(POLLING + "&j=0").headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
        }

        @Test
        void is_posted_as_a_form() {
            String session =
                    POLLING + "&j=0&sid=" + EngineClient.sidOf(script("j=0").replace("\\", ""));
            HttpResponse<String> answer = client.send(client.request(session)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("d=6%3A4hello")));
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(client.get(session).body()).isEqualTo("___eio[0](\"6:4hello\");");
        }
    }

    @Nested
    class By_WebSocket {

        @Test
        void packets_are_framed_one_by_one_without_a_length() {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.webSocket("/engine.io/?" + WEBSOCKET).head();
                assertThat(connection.frame()).startsWith("0{");
                connection.sendFrame("4test1").sendFrame("4test2");
                assertThat(connection.frame()).isEqualTo("4test1");
                assertThat(connection.frame()).isEqualTo("4test2");
            }
        }

        @Test
        void the_first_byte_of_a_binary_packet_is_its_type() {
            Link link = client.webSocket(WEBSOCKET);
            link.next();
            assertThat(link.send(new byte[] {4, 0, 1, 2, 3, 4, 5}).next()).isEqualTo("0x04000102030405");
        }

        @Test
        void bytes_are_base64_for_a_client_that_asks_for_it() {
            Link link = client.webSocket(WEBSOCKET + "&b64=1");
            link.next();
            assertThat(link.send("b4AQIDBA==").next()).isEqualTo("b4AQIDBA==");
        }
    }

    @Nested
    class A_server_that_does_not_allow_this_revision {

        @Test
        void refuses_it() {
            try (EchoServer other = EchoServer.start(Map.of())) {
                assertThat(other.client().get(POLLING).body())
                        .isEqualTo("{\"code\":5,\"message\":\"Unsupported protocol version\"}");
            }
        }
    }
}
