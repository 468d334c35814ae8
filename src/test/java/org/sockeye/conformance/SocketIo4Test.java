package org.sockeye.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.harness.EngineClient;

/**
 * Revision 4 of the Socket.IO protocol, by Engine.IO 3: every sentence of its document that binds a server, for each transport. There is no official
 * suite.
 *
 * <p>Where the document is silent, this is what the reference server of version 4 does for a client of version 2, and not what the server of
 * version 2 did: a namespace that is not there is refused with an object.
 */
@Timeout(60)
class SocketIo4Test {

    private static final Payloads BASE64 = new PayloadsOfRevision3(true);
    private static final Payloads BINARY = new PayloadsOfRevision3(false);
    private static final Payloads JSONP = new PayloadsByJsonp();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static ProtocolApplication server;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineClient client;

    @BeforeAll
    static void start() {
        server =
                ProtocolApplication.start(Map.of("allowEIO3", "true", "pingInterval", "60000", "pingTimeout", "50000"));
        client = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Nested
    class By_polling_with_base64 extends EachTransport {
        @Override
        Peer open() {
            return new PollingPeer(client, BASE64);
        }
    }

    @Nested
    class By_polling_with_bytes extends EachTransport {
        @Override
        Peer open() {
            return new PollingPeer(client, BINARY);
        }
    }

    @Nested
    class By_JSONP extends EachTransport {
        @Override
        Peer open() {
            return new PollingPeer(client, JSONP);
        }
    }

    @Nested
    class By_WebSocket extends EachTransport {
        @Override
        Peer open() {
            return LinkPeer.open(client, 3);
        }
    }

    @Nested
    class Upgraded extends EachTransport {
        @Override
        Peer open() {
            return LinkPeer.upgrade(client, 3, BINARY);
        }
    }

    /** What this revision claims of a client, whatever carries it. */
    abstract static class EachTransport extends ExchangeContract {

        abstract Peer open();

        @Override
        Peer connected() {
            Peer peer = open();
            assertThat(peer.next()).isEqualTo("40");
            assertThat(peer.next()).isEqualTo("42[\"auth\",{}]");
            return peer;
        }

        @Test
        void the_server_connects_the_client_to_the_main_namespace_without_being_asked() {
            assertThat(open().next()).isEqualTo("40");
        }

        @Test
        void a_client_that_asks_for_another_namespace_is_in_the_main_one_first() {
            Peer peer = open();
            peer.send("40/echo,");
            assertThat(peer.next()).isEqualTo("40");
            assertThat(peer.next()).isEqualTo("42[\"auth\",{}]");
            assertThat(peer.next()).isEqualTo("40/echo,");
        }

        @Test
        void nothing_is_told_to_a_client_but_the_name_of_the_namespace() {
            Peer peer = connected();
            peer.send("40/echo");
            assertThat(peer.next()).isEqualTo("40/echo,");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "40/custom?token=1234&uid=abcd, | {\"token\":\"1234\",\"uid\":\"abcd\"}",
                    "40/custom?token=1234           | {\"token\":\"1234\"}",
                    "40/custom?name=%C3%A9+b%26c,   | {\"name\":\"\u00e9 b&c\"}",
                    "40/custom?,                    | {}",
                    "40/custom,                     | {}",
                })
        void what_a_client_brings_is_a_query_behind_the_name(String asked, String auth) {
            Peer peer = connected();
            peer.send(asked);
            assertThat(peer.next()).isEqualTo("40/custom,");
            assertThat(peer.next()).isEqualTo("42/custom,[\"auth\"," + auth + "]");
        }

        @Test
        void a_query_behind_the_name_may_come_with_every_packet() {
            Peer peer = connected();
            peer.send("40/echo?token=1234,");
            assertThat(peer.next()).isEqualTo("40/echo,");
            peer.send("42/echo?token=1234,7[\"nothing\"]");
            assertThat(peer.next()).isEqualTo("43/echo,7[]");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "40/refused,             | 44/refused,\"Not authorized\"",
                    "40/refused?token=1234,  | 44/refused,\"Not authorized\"",
                    "40/refused-with-data,   | 44/refused-with-data,{\"code\":7}",
                    "40/random               | 44/random,{\"message\":\"Invalid namespace\"}",
                })
        void a_client_that_is_refused_is_sent_an_ERROR_packet(String asked, String answer) {
            Peer peer = connected();
            peer.send(asked);
            assertThat(peer.next()).isEqualTo(answer);
            peer.send("42[\"say\",1]");
            assertThat(peer.next()).isEqualTo("42[\"said\",1]");
        }

        @Test
        void the_id_of_the_main_socket_is_that_of_the_session() {
            Peer peer = connected();
            peer.send("421[\"id\"]");
            assertThat(peer.next()).isEqualTo("431[\"" + EngineClient.sidOf(peer.opening()) + "\"]");
        }

        @Test
        void the_id_of_another_socket_is_that_of_the_session_behind_the_name_of_the_namespace() {
            Peer peer = connected();
            peer.send("40/echo,");
            assertThat(peer.next()).isEqualTo("40/echo,");
            peer.send("42/echo,1[\"id\"]");
            assertThat(peer.next()).isEqualTo("43/echo,1[\"/echo#" + EngineClient.sidOf(peer.opening()) + "\"]");
        }

        @Test
        void a_client_that_left_a_namespace_may_come_back() {
            Peer peer = connected();
            peer.send("40/echo,");
            assertThat(peer.next()).isEqualTo("40/echo,");
            peer.send("41/echo,", "40/echo,");
            assertThat(peer.next()).isEqualTo("40/echo,");
        }
    }

    @Test
    void the_first_answer_of_polling_or_the_next_says_that_the_client_is_connected() {
        String opened = client.get("EIO=3&transport=polling&b64=1").body();
        List<String> packets = new ArrayList<>(PayloadsOfRevision3.readText(opened));
        String sid = EngineClient.sidOf(packets.get(0));
        if (packets.size() == 1) {
            packets.addAll(PayloadsOfRevision3.readText(
                    client.get("EIO=3&transport=polling&b64=1&sid=" + sid).body()));
        }
        assertThat(packets.get(1)).isEqualTo("40");
    }

    /** The sample session of the document, from the first request to the attachment of an acknowledgement. */
    @Test
    void a_whole_session() {
        PollingPeer polling = new PollingPeer(client, BASE64);
        assertThat(polling.next()).isEqualTo("40");
        assertThat(polling.next()).isEqualTo("42[\"auth\",{}]");
        polling.send("42[\"say\",\"hello\"]", "42[\"say\",\"world\"]");
        assertThat(polling.next()).isEqualTo("42[\"said\",\"hello\"]");
        assertThat(polling.next()).isEqualTo("42[\"said\",\"world\"]");
        Peer upgraded = LinkPeer.upgrade(client, 3, polling);
        upgraded.send("40/echo,");
        assertThat(upgraded.next()).isEqualTo("40/echo,");
        upgraded.send("42/echo,1[\"tell\"]");
        assertThat(upgraded.next()).isEqualTo("461-/echo,1[{\"_placeholder\":true,\"num\":0}]");
        assertThat(upgraded.next()).isEqualTo("0x010203");
        upgraded.send("2");
        assertThat(upgraded.next()).isEqualTo("3");
        upgraded.send("1");
        upgraded.awaitEnd();
    }
}
