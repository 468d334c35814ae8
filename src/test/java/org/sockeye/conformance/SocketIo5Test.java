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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.EngineClient.Link;
import org.sockeye.harness.RawConnection;

/**
 * Revision 5 of the Socket.IO protocol, by Engine.IO 4: every case of its official suite, which has WebSockets only, for each transport, and every
 * sentence of its document that binds a server. What the suite checks of Engine.IO itself is here in short, and in {@link EngineIo4Test} in full.
 */
@Timeout(60)
class SocketIo5Test {

    private static final Payloads PAYLOADS = new PayloadsOfRevision4();
    private static final String POLLING = "EIO=4&transport=polling";
    private static final String WEBSOCKET = "EIO=4&transport=websocket";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static ProtocolApplication server;

    /** Wants clients to connect soon. */
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static ProtocolApplication impatient;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineClient client;

    @BeforeAll
    static void start() {
        server = ProtocolApplication.start(Map.of("pingInterval", "60000", "pingTimeout", "50000"));
        impatient = ProtocolApplication.start(
                Map.of("pingInterval", "60000", "pingTimeout", "50000", "connectTimeout", "1000"));
        client = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
        impatient.close();
    }

    @Nested
    class By_polling extends EachTransport {
        @Override
        Peer open(EngineClient client) {
            return new PollingPeer(client, PAYLOADS);
        }
    }

    @Nested
    class By_WebSocket extends EachTransport {
        @Override
        Peer open(EngineClient client) {
            return LinkPeer.open(client, 4);
        }
    }

    @Nested
    class Upgraded extends EachTransport {
        @Override
        Peer open(EngineClient client) {
            return LinkPeer.upgrade(client, 4, PAYLOADS);
        }
    }

    /** What this revision claims of a client, whatever carries it. */
    abstract static class EachTransport extends ExchangeContract {

        abstract Peer open(EngineClient client);

        @Override
        Peer connected() {
            Peer peer = open(client);
            peer.send("40");
            assertThat(peer.next()).startsWith("40{");
            assertThat(peer.next()).isEqualTo("42[\"auth\",{}]");
            return peer;
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "40                        | 40         | 42[\"auth\",{}]",
                    "40{\"token\":\"123\"}         | 40         | 42[\"auth\",{\"token\":\"123\"}]",
                    "40/custom,                | 40/custom, | 42/custom,[\"auth\",{}]",
                    "40/custom                 | 40/custom, | 42/custom,[\"auth\",{}]",
                    "40/custom,{\"token\":\"abc\"} | 40/custom, | 42/custom,[\"auth\",{\"token\":\"abc\"}]",
                })
        void a_client_that_asks_for_a_namespace_is_told_its_id_there(String asked, String prefix, String auth) {
            Peer peer = open(client);
            peer.send(asked);
            assertThat(peer.next()).startsWith(prefix).satisfies(answer -> assertThat(answer.substring(prefix.length()))
                    .matches("\\{\"sid\":\"[A-Za-z0-9_-]{20}\"}"));
            assertThat(peer.next()).isEqualTo(auth);
        }

        @Test
        void the_id_is_the_one_that_the_application_sees_and_not_that_of_the_session() {
            Peer peer = open(client);
            peer.send("40/echo,");
            String id = EngineClient.sidOf(peer.next());
            peer.send("42/echo,1[\"id\"]");
            assertThat(peer.next()).isEqualTo("43/echo,1[\"" + id + "\"]");
            assertThat(id).isNotEqualTo(EngineClient.sidOf(peer.opening()));
        }

        @Test
        void a_client_has_another_id_in_each_namespace() {
            Peer peer = open(client);
            peer.send("40/echo,");
            String here = EngineClient.sidOf(peer.next());
            peer.send("40/custom,");
            assertThat(EngineClient.sidOf(peer.next())).isNotEqualTo(here);
        }

        @Test
        void a_client_need_not_be_in_the_main_namespace() {
            Peer peer = open(client);
            peer.send("40/echo,");
            assertThat(peer.next()).startsWith("40/echo,");
            peer.send("42/echo,[\"say\",1]");
            assertThat(peer.next()).isEqualTo("42/echo,[\"said\",1]");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "40/random             | 44/random,{\"message\":\"Invalid namespace\"}",
                    "40/refused,           | 44/refused,{\"message\":\"Not authorized\"}",
                    "40/refused-with-data, | 44/refused-with-data,{\"message\":\"Not authorized\",\"data\":{\"code\":7}}",
                })
        void a_client_that_is_refused_is_told_why(String asked, String answer) {
            Peer peer = open(client);
            peer.send(asked);
            assertThat(peer.next()).isEqualTo(answer);
        }

        @Test
        void a_client_that_is_refused_may_ask_for_another_namespace() {
            Peer peer = open(client);
            peer.send("40/refused,");
            assertThat(peer.next()).startsWith("44/refused,");
            peer.send("40/echo,");
            assertThat(peer.next()).startsWith("40/echo,");
        }

        @Test
        void a_client_that_left_may_come_back_and_has_another_id() {
            Peer peer = open(client);
            peer.send("40/echo,");
            String first = peer.next();
            peer.send("41/echo,", "40/echo,");
            assertThat(peer.next()).startsWith("40/echo,").isNotEqualTo(first);
        }

        @Test
        void what_is_no_packet_closes_the_connection() {
            Peer peer = open(client);
            peer.send("4abc");
            peer.awaitEnd();
        }

        @ParameterizedTest
        @ValueSource(strings = {"42[\"message\"]", "431[]", "41", "42/custom,[\"message\"]", "451-[\"message\"]"})
        void a_client_that_sends_anything_before_it_asked_for_a_namespace_is_closed_immediately(String first) {
            Peer peer = open(client);
            peer.send(first);
            peer.awaitEnd();
        }

        @Test
        void a_client_that_asks_for_no_namespace_in_time_is_closed() {
            open(impatient.client()).awaitEnd();
        }

        @ParameterizedTest
        @ValueSource(strings = {"40[]", "40\"token\"", "40{", "40/custom,1[]", "40/custom,null,"})
        void what_a_client_brings_must_be_an_object(String asked) {
            Peer peer = open(client);
            peer.send(asked);
            peer.awaitEnd();
        }
    }

    @Nested
    class The_Engine_IO_below {

        private static final String OPEN_PACKET = "0\\{\"sid\":\"[A-Za-z0-9_-]{20}\",\"upgrades\":%s,"
                + "\"pingInterval\":60000,\"pingTimeout\":50000,\"maxPayload\":1000000}";

        @Test
        void opens_a_session_by_polling() {
            HttpResponse<String> opened = client.get(POLLING);
            assertThat(opened.statusCode()).isEqualTo(200);
            assertThat(opened.body()).matches(OPEN_PACKET.formatted("\\[\"websocket\"]"));
        }

        @Test
        void opens_a_session_by_WebSocket() {
            assertThat(client.webSocket(WEBSOCKET).next()).matches(OPEN_PACKET.formatted("\\[]"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"transport=polling", "EIO=abc&transport=polling", "EIO=4", "EIO=4&transport=abc"})
        void wants_to_know_its_revision_and_the_transport_by_polling(String query) {
            assertThat(client.get(query).statusCode()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"transport=websocket", "EIO=abc&transport=websocket", "EIO=4", "EIO=4&transport=abc"})
        void wants_to_know_its_revision_and_the_transport_by_WebSocket(String query) {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.webSocket("/socket.io/?" + query);
                assertThat(connection.head()).startsWith("HTTP/1.1 400 ");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT"})
        void opens_no_session_but_by_GET(String method) {
            assertThat(client.send(client.request(POLLING).method(method, BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(400);
        }

        @Test
        void ends_the_GET_that_waits_when_the_client_closes_the_session() {
            String sid = client.open();
            CompletableFuture<HttpResponse<String>> poll = client.pollLater(sid);
            client.post(sid, "6"); // time for the GET to come first
            client.post(sid, "1");
            assertThat(EngineClient.get(poll).body()).isEqualTo("6");
            assertThat(client.poll(sid).statusCode()).isEqualTo(400);
        }

        @Test
        void closes_the_WebSocket_of_a_client_that_closes_the_session() {
            Link link = client.webSocket(WEBSOCKET);
            link.next();
            assertThat(link.send("1").closeCode()).isEqualTo(1000);
        }

        @Test
        void refuses_polling_and_a_second_WebSocket_after_the_upgrade() {
            String sid = client.open();
            Link link = client.webSocket(WEBSOCKET + "&sid=" + sid);
            assertThat(link.send("2probe").next()).isEqualTo("3probe");
            link.send("5").send("40/echo,").next();
            assertThat(client.poll(sid).statusCode()).isEqualTo(400);
            client.webSocket(WEBSOCKET + "&sid=" + sid).closeCode();
        }
    }

    /** The sample session of the document, from the first request to the attachment of an acknowledgement. */
    @Test
    void a_whole_session() {
        PollingPeer polling = new PollingPeer(client, PAYLOADS);
        polling.send("40");
        assertThat(polling.next()).matches("40\\{\"sid\":\"[A-Za-z0-9_-]{20}\"}");
        assertThat(polling.next()).isEqualTo("42[\"auth\",{}]");
        polling.send("42[\"say\",\"hello\"]", "42[\"say\",\"world\"]");
        assertThat(polling.next()).isEqualTo("42[\"said\",\"hello\"]");
        assertThat(polling.next()).isEqualTo("42[\"said\",\"world\"]");
        Peer upgraded = LinkPeer.upgrade(client, 4, polling);
        upgraded.send("40/echo,");
        assertThat(upgraded.next()).startsWith("40/echo,{");
        upgraded.send("42/echo,1[\"tell\"]");
        assertThat(upgraded.next()).isEqualTo("461-/echo,1[{\"_placeholder\":true,\"num\":0}]");
        assertThat(upgraded.next()).isEqualTo("0x010203");
        upgraded.send("1");
        upgraded.awaitEnd();
    }
}
