package org.sockeye.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What both revisions claim of a session, whatever carries it. */
@Timeout(30)
abstract class SessionContract {

    /** A client of a server that sends every message back, and whose heartbeat does not matter. */
    abstract Peer open();

    /** A client of such a server, whose heartbeat has an interval of 300 ms, and a timeout of a second, in which an upgrade can be made. */
    abstract Peer openWithShortHeartbeat();

    @Test
    void the_handshake_is_answered_with_an_open_packet() {
        assertThat(open().opening())
                .matches("0\\{\"sid\":\"[A-Za-z0-9_-]{20}\",\"upgrades\":\\[(\"websocket\")?],"
                        + "\"pingInterval\":60000,\"pingTimeout\":50000,\"maxPayload\":1000000}");
    }

    @Test
    void once_the_handshake_is_completed_text_is_exchanged_in_a_message_packet() {
        Peer peer = open();
        peer.send("4hello");
        assertThat(peer.next()).isEqualTo("4hello");
    }

    @Test
    void several_packets_are_exchanged_in_the_order_sent() {
        Peer peer = open();
        peer.send("4test1", "4test2", "4test3");
        assertThat(peer.next()).isEqualTo("4test1");
        assertThat(peer.next()).isEqualTo("4test2");
        assertThat(peer.next()).isEqualTo("4test3");
    }

    @Test
    void binary_data_is_exchanged_byte_for_byte() {
        Peer peer = open();
        peer.send("0x01020304");
        assertThat(peer.next()).isEqualTo("0x01020304");
        peer.send("0x00ff1e3a0a80");
        assertThat(peer.next()).isEqualTo("0x00ff1e3a0a80");
    }

    @Test
    void text_and_binary_packets_may_be_mixed() {
        Peer peer = open();
        peer.send("4hello", "0x01020304", "4world");
        assertThat(peer.next()).isEqualTo("4hello");
        assertThat(peer.next()).isEqualTo("0x01020304");
        assertThat(peer.next()).isEqualTo("4world");
    }

    @Test
    void text_may_have_every_character_of_unicode() {
        Peer peer = open();
        String text = "4\u0000 \t\n\\n\u007f\u00e9\u20ac\ud83d\ude00\u2028\uffff";
        peer.send(text, text);
        assertThat(peer.next()).isEqualTo(text);
        assertThat(peer.next()).isEqualTo(text);
    }

    @Test
    void a_message_may_be_empty() {
        Peer peer = open();
        peer.send("4", "4hello");
        assertThat(peer.next()).isEqualTo("4");
        assertThat(peer.next()).isEqualTo("4hello");
    }

    @Test
    void a_noop_packet_means_nothing_to_the_server() {
        Peer peer = open();
        peer.send("6", "4hello");
        assertThat(peer.next()).isEqualTo("4hello");
    }

    @Test
    void an_invalid_packet_closes_the_session() {
        Peer peer = open();
        peer.sendMalformed();
        peer.awaitEnd();
    }

    @Test
    void a_close_packet_closes_the_session() {
        Peer peer = open();
        peer.send("1");
        peer.awaitEnd();
    }

    @Test
    void a_client_of_which_nothing_is_heard_within_interval_and_timeout_is_considered_closed() {
        openWithShortHeartbeat().awaitEnd();
    }
}
