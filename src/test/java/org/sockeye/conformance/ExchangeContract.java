package org.sockeye.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What both revisions of the Socket.IO protocol claim of a client that is in a namespace, whatever carries it. */
@Timeout(30)
abstract class ExchangeContract {

    /** A client of {@link ProtocolApplication} that is in the main namespace; all that comes with that has been taken. */
    abstract Peer connected();

    /** The same, when it is in the namespace {@code /echo} as well. */
    private Peer connectedTwice() {
        Peer peer = connected();
        peer.send("40/echo,");
        assertThat(peer.next()).startsWith("40/echo,");
        return peer;
    }

    @Test
    void an_event_in_plain_text_is_exchanged() {
        Peer peer = connected();
        peer.send("42[\"message\",1,\"2\",{\"3\":[true]}]");
        assertThat(peer.next()).isEqualTo("42[\"message-back\",1,\"2\",{\"3\":[true]}]");
    }

    @Test
    void an_event_with_attachments_is_exchanged() {
        Peer peer = connected();
        peer.send(
                "452-[\"message\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
                "0x010203",
                "0x040506");
        assertThat(peer.next())
                .isEqualTo(
                        "452-[\"message-back\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
        assertThat(peer.next()).isEqualTo("0x010203");
        assertThat(peer.next()).isEqualTo("0x040506");
    }

    @Test
    void an_event_with_an_id_is_acknowledged_with_the_same() {
        Peer peer = connected();
        peer.send("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
        assertThat(peer.next()).isEqualTo("43456[1,\"2\",{\"3\":[false]}]");
    }

    @Test
    void attachments_are_acknowledged_with_attachments() {
        Peer peer = connected();
        peer.send(
                "452-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
                "0x010203",
                "0x040506");
        assertThat(peer.next())
                .isEqualTo("462-789[{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
        assertThat(peer.next()).isEqualTo("0x010203");
        assertThat(peer.next()).isEqualTo("0x040506");
    }

    @Test
    void attachments_may_be_acknowledged_without_any() {
        Peer peer = connected();
        peer.send("451-14[\"nothing\",{\"_placeholder\":true,\"num\":0}]", "0x01020304");
        assertThat(peer.next()).isEqualTo("4314[]");
    }

    @Test
    void an_acknowledgement_may_be_empty() {
        Peer peer = connected();
        peer.send("4212[\"nothing\"]");
        assertThat(peer.next()).isEqualTo("4312[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"0", "1", "4711"})
    void an_id_is_whatever_the_sender_chose(String id) {
        Peer peer = connected();
        peer.send("42" + id + "[\"nothing\"]");
        assertThat(peer.next()).isEqualTo("43" + id + "[]");
    }

    @Test
    void the_server_may_ask_for_an_acknowledgement() {
        Peer peer = connected();
        peer.send("42[\"ask\"]");
        String question = peer.next();
        assertThat(question).matches("42\\d+\\[\"question\"]");
        peer.send(question.replace("42", "43").replace("question", "bar"));
        assertThat(peer.next()).isEqualTo("42[\"answered\",\"bar\"]");
    }

    @Test
    void the_server_takes_an_acknowledgement_with_attachments() {
        Peer peer = connected();
        peer.send("42[\"ask\"]");
        String id = peer.next().replaceAll("^42(\\d+).*", "$1");
        peer.send("461-" + id + "[{\"_placeholder\":true,\"num\":0}]", "0x01020304");
        assertThat(peer.next()).isEqualTo("451-[\"answered\",{\"_placeholder\":true,\"num\":0}]");
        assertThat(peer.next()).isEqualTo("0x01020304");
    }

    @Test
    void packets_of_another_namespace_carry_its_name_in_front_of_the_id() {
        Peer peer = connectedTwice();
        peer.send("42/echo,[\"say\",\"bar\"]", "42/echo,13[\"nothing\"]");
        assertThat(peer.next()).isEqualTo("42/echo,[\"said\",\"bar\"]");
        assertThat(peer.next()).isEqualTo("43/echo,13[]");
    }

    @Test
    void binary_packets_of_another_namespace_carry_its_name_behind_the_number_of_attachments() {
        Peer peer = connectedTwice();
        peer.send("451-/echo,[\"say\",{\"_placeholder\":true,\"num\":0}]", "0x0102");
        assertThat(peer.next()).isEqualTo("451-/echo,[\"said\",{\"_placeholder\":true,\"num\":0}]");
        assertThat(peer.next()).isEqualTo("0x0102");
    }

    @Test
    void a_client_is_in_several_namespaces_over_one_connection() {
        Peer peer = connectedTwice();
        peer.send("42[\"say\",1]", "42/echo,[\"say\",2]");
        assertThat(new String[] {peer.next(), peer.next()})
                .containsExactlyInAnyOrder("42[\"said\",1]", "42/echo,[\"said\",2]");
    }

    @Test
    void leaving_a_namespace_is_not_answered_and_the_others_go_on() {
        Peer peer = connectedTwice();
        peer.send("41/echo,", "42[\"message\",\"message to main namespace\"]");
        assertThat(peer.next()).isEqualTo("42[\"message-back\",\"message to main namespace\"]");
    }

    @Test
    void leaving_the_main_namespace_is_not_answered_and_the_connection_goes_on() {
        Peer peer = connectedTwice();
        peer.send("41", "42/echo,[\"say\",2]");
        assertThat(peer.next()).isEqualTo("42/echo,[\"said\",2]");
    }

    @Test
    void the_server_may_take_the_client_out_of_the_main_namespace() {
        Peer peer = connected();
        peer.send("42[\"go\"]");
        assertThat(peer.next()).isEqualTo("41");
    }

    @Test
    void the_server_may_take_the_client_out_of_another_namespace() {
        Peer peer = connectedTwice();
        peer.send("42/echo,[\"go\"]");
        assertThat(peer.next()).isEqualTo("41/echo,");
        peer.send("42[\"say\",1]");
        assertThat(peer.next()).isEqualTo("42[\"said\",1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4abc", // no type
                "49", // no such type
                "42{}", // no array
                "42[]", // an empty array
                "42", // nothing
                "42\"message\"",
                "42[\"message\"", // not JSON
                "42abc[\"message-with-ack\",1,\"2\",{\"3\":[false]}]", // no such id
                "43[1]", // an acknowledgement of nothing
                "45[\"message\"]", // no number of attachments
                "44{\"message\":\"no\"}" // only servers refuse
            })
    void what_has_an_invalid_format_closes_the_connection(String packet) {
        Peer peer = connected();
        peer.send(packet);
        peer.awaitEnd();
    }

    @Test
    void an_event_for_a_namespace_that_the_client_is_not_in_closes_the_connection() {
        Peer peer = connected();
        peer.send("42/echo,[\"say\",1]");
        peer.awaitEnd();
    }
}
