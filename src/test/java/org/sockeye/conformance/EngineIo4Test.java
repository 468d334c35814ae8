package org.sockeye.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
 * Revision 4 of the Engine.IO protocol: every case of its official suite, and every sentence of its document that binds a server. Nested
 * classes are the chapters, methods the sentences.
 */
@Timeout(60)
class EngineIo4Test {

    private static final Payloads PAYLOADS = new PayloadsOfRevision4();
    private static final String POLLING = "EIO=4&transport=polling";
    private static final String WEBSOCKET = "EIO=4&transport=websocket";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EchoServer server;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EchoServer shortHeartbeat;

    /** Pings soon, and leaves the client time to answer. */
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EchoServer patient;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineClient client;

    @BeforeAll
    static void start() {
        server = EchoServer.start(Map.of("pingInterval", "60000", "pingTimeout", "50000"));
        shortHeartbeat = EchoServer.start(Map.of("pingInterval", "300", "pingTimeout", "1000"));
        patient = EchoServer.start(Map.of("pingInterval", "100", "pingTimeout", "20000"));
        client = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
        shortHeartbeat.close();
        patient.close();
    }

    private static Peer polling(EngineClient client) {
        return new PollingPeer(client, PAYLOADS);
    }

    private static Peer webSocket(EngineClient client) {
        return LinkPeer.open(client, 4);
    }

    private static Peer upgraded(EngineClient client) {
        return LinkPeer.upgrade(client, 4, PAYLOADS);
    }

    @Nested
    class A_session_by_polling extends EachTransport {
        @Override
        Peer open(EngineClient client) {
            return polling(client);
        }
    }

    @Nested
    class A_session_by_WebSocket extends EachTransport {
        @Override
        Peer open(EngineClient client) {
            return webSocket(client);
        }
    }

    @Nested
    class A_session_that_was_upgraded extends EachTransport {
        @Override
        Peer open(EngineClient client) {
            return upgraded(client);
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
        void at_a_given_interval_the_server_sends_a_ping_and_the_client_answers_with_a_pong() {
            Peer peer = open(patient.client());
            for (int i = 0; i < 3; i++) {
                assertThat(peer.next()).isEqualTo("2");
                peer.send("3");
            }
        }

        @Test
        void a_client_that_does_not_answer_a_ping_is_considered_closed() {
            Peer peer = open(shortHeartbeat.client());
            assertThat(peer.next()).isEqualTo("2");
            peer.awaitEnd();
        }
    }

    @Nested
    class Query_parameters {

        @ParameterizedTest
        @ValueSource(strings = {"transport=polling", "EIO=abc&transport=polling", "EIO=&transport=polling"})
        void without_the_version_of_the_protocol_polling_is_answered_400(String query) {
            assertThat(client.get(query).statusCode()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"EIO=4", "EIO=4&transport=abc", "EIO=4&transport="})
        void without_the_name_of_the_transport_polling_is_answered_400(String query) {
            assertThat(client.get(query).statusCode()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"transport=websocket", "EIO=abc&transport=websocket", "EIO=4", "EIO=4&transport=abc"})
        void without_one_of_both_the_WebSocket_is_not_opened(String query) {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.webSocket("/engine.io/?" + query);
                assertThat(connection.head()).startsWith("HTTP/1.1 400 ");
            }
        }

        @Test
        void a_POST_without_the_session_id_is_answered_400() {
            assertThat(client.send(client.request(POLLING).POST(BodyPublishers.ofString("4hello")))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Nested
    class The_handshake {

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT"})
        void is_a_GET_request(String method) {
            assertThat(client.send(client.request(POLLING).method(method, BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(400);
        }

        @Test
        void of_polling_offers_the_upgrade_to_WebSocket() {
            HttpResponse<String> opened = client.get(POLLING);
            assertThat(opened.statusCode()).isEqualTo(200);
            assertThat(opened.body()).contains("\"upgrades\":[\"websocket\"]");
        }

        @Test
        void of_a_WebSocket_only_session_offers_no_upgrade() {
            assertThat(client.webSocket(WEBSOCKET).next()).contains("\"upgrades\":[]");
        }

        @Test
        void tells_the_interval_and_the_timeout_of_the_heartbeat() {
            assertThat(polling(shortHeartbeat.client()).opening())
                    .contains("\"pingInterval\":300,\"pingTimeout\":1000,");
        }
    }

    @Nested
    class Sending_by_polling {

        @ParameterizedTest
        @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAA", "abc", "__proto__"})
        void an_unknown_session_id_is_answered_400(String sid) {
            assertThat(client.post(sid, "4hello").statusCode()).isEqualTo(400);
        }

        @Test
        void success_is_answered_200_with_the_string_ok() {
            HttpResponse<String> answer = client.post(client.open(), "4hello");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok");
        }

        @Test
        void more_than_one_active_POST_is_answered_400_and_closes_the_session() {
            String sid = client.open();
            try (RawConnection slow = new RawConnection(server.port())) {
                slow.request(
                        "POST /engine.io/?" + POLLING + "&sid=" + sid + " HTTP/1.1",
                        "Host: localhost",
                        "Content-Length: 100");
                int status = 200;
                while (status == 200) { // until the server has seen the first one
                    status = client.post(sid, "6").statusCode();
                }
                assertThat(status).isEqualTo(400);
                assertThat(client.poll(sid).statusCode()).isEqualTo(400);
            }
        }

        @Test
        void packets_are_concatenated_with_a_record_separator() {
            String sid = client.open();
            client.post(sid, "4test1\u001e4test2\u001e4test3");
            assertThat(client.poll(sid).body()).isEqualTo("4test1\u001e4test2\u001e4test3");
        }

        @Test
        void binary_payloads_are_base64_with_a_b_in_front() {
            String sid = client.open();
            client.post(sid, "4hello\u001ebAQIDBA==");
            assertThat(client.poll(sid).body()).isEqualTo("4hello\u001ebAQIDBA==");
        }

        @Test
        void the_number_of_bytes_in_the_handshake_is_the_most_that_a_payload_may_have() {
            String sid = client.open();
            String largest = "4" + "x".repeat(999_999);
            assertThat(client.post(sid, largest).body()).isEqualTo("ok");
            assertThat(client.poll(sid).body()).isEqualTo(largest);
            assertThat(client.post(sid, largest + "x").statusCode()).isEqualTo(413);
        }
    }

    @Nested
    class Receiving_by_polling {

        @ParameterizedTest
        @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAA", "abc", "__proto__"})
        void an_unknown_session_id_is_answered_400(String sid) {
            assertThat(client.poll(sid).statusCode()).isEqualTo(400);
        }

        @Test
        void a_GET_waits_until_there_are_packets_to_send() {
            String sid = client.open();
            CompletableFuture<HttpResponse<String>> poll = client.pollLater(sid);
            client.post(sid, "6");
            assertThat(poll).isNotDone();
            client.post(sid, "4hello");
            assertThat(EngineClient.get(poll).body()).isEqualTo("4hello");
        }

        @Test
        void plaintext_is_said_to_be_plaintext_in_UTF_8() {
            assertThat(client.get(POLLING).headers().firstValue("Content-Type").orElse(""))
                    .matches("text/plain; ?charset=UTF-8");
        }

        @Test
        void more_than_one_active_GET_is_answered_400_and_closes_the_session() {
            String sid = client.open();
            CompletableFuture<HttpResponse<String>> one = client.pollLater(sid);
            CompletableFuture<HttpResponse<String>> other = client.pollLater(sid);
            HttpResponse<String> first = EngineClient.get(one);
            HttpResponse<String> second = EngineClient.get(other);
            HttpResponse<String> held = first.statusCode() == 200 ? first : second;
            assertThat(held.statusCode()).isEqualTo(200);
            assertThat(held.body()).isEqualTo("1");
            assertThat(first.statusCode() + second.statusCode()).isEqualTo(600);
            assertThat(client.poll(sid).statusCode()).isEqualTo(400);
        }

        @Test
        void a_GET_that_waits_when_the_client_closes_the_session_ends_with_a_noop() {
            String sid = client.open();
            CompletableFuture<HttpResponse<String>> poll = client.pollLater(sid);
            client.post(sid, "6"); // time for the GET to come first
            client.post(sid, "1");
            assertThat(EngineClient.get(poll).body()).isEqualTo("6");
            assertThat(client.poll(sid).statusCode()).isEqualTo(400);
        }

        @Test
        void a_client_that_neither_polls_nor_answers_is_considered_closed() {
            EngineClient silent = shortHeartbeat.client();
            String sid = silent.open();
            silent.webSocket(WEBSOCKET).closeCode(); // opened later, so it ends later
            assertThat(silent.poll(sid).statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class By_WebSocket {

        @Test
        void each_packet_has_a_frame_of_its_own() {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.webSocket("/engine.io/?" + WEBSOCKET).head();
                assertThat(connection.frame()).startsWith("0{");
                connection.sendFrame("4test1").sendFrame("4test2");
                assertThat(connection.frame()).isEqualTo("4test1");
                assertThat(connection.frame()).isEqualTo("4test2");
            }
        }

        @Test
        void a_separator_is_part_of_the_text() {
            Link link = client.webSocket(WEBSOCKET);
            link.next();
            assertThat(link.send("4test1\u001e4test2").next()).isEqualTo("4test1\u001e4test2");
        }

        @Test
        void a_second_WebSocket_of_a_session_is_closed_and_the_first_goes_on() {
            Link link = client.webSocket(WEBSOCKET);
            String sid = EngineClient.sidOf(link.next());
            client.webSocket(WEBSOCKET + "&sid=" + sid).closeCode();
            assertThat(link.send("4hello").next()).isEqualTo("4hello");
        }

        @Test
        void an_unknown_session_id_opens_no_WebSocket() {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.webSocket("/engine.io/?" + WEBSOCKET + "&sid=AAAAAAAAAAAAAAAAAAAA");
                assertThat(connection.head()).startsWith("HTTP/1.1 400 ");
            }
        }
    }

    @Nested
    class The_upgrade extends UpgradeContract {
        @Override
        Payloads payloads() {
            return PAYLOADS;
        }

        @Override
        EngineClient client() {
            return client;
        }
    }
}
