package org.sockeye.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.internal.protocol.SocketPacket.Ack;
import org.sockeye.internal.protocol.SocketPacket.Connect;
import org.sockeye.internal.protocol.SocketPacket.ConnectError;
import org.sockeye.internal.protocol.SocketPacket.Disconnect;
import org.sockeye.internal.protocol.SocketPacket.Event;

class SocketPacketDecoderTest {

    private static final String ONE = "{\"_placeholder\":true,\"num\":0}";
    private static final String TWO = "{\"_placeholder\":true,\"num\":1}";

    private final SocketPacketDecoder decoder = new SocketPacketDecoder(10, 1_000);

    private static @Nullable SocketPacket decode(String text) throws MalformedPacketException {
        return new SocketPacketDecoder(10, 1_000_000).add(text);
    }

    private static void assertRefused(String text, String message) {
        assertThatExceptionOfType(MalformedPacketException.class)
                .isThrownBy(() -> decode(text))
                .withMessage(message);
    }

    private static JsonArray array(String... elements) {
        return JsonArray.of(List.of(elements));
    }

    @Nested
    class A_packet_of_text {

        @Test
        void connects() throws MalformedPacketException {
            assertThat(decode("0")).isEqualTo(new Connect("/", null));
            assertThat(decode("0{\"token\":\"123\"}")).isEqualTo(new Connect("/", "{\"token\":\"123\"}"));
            assertThat(decode("0/admin,")).isEqualTo(new Connect("/admin", null));
            assertThat(decode("0/admin")).isEqualTo(new Connect("/admin", null));
            assertThat(decode("0/admin,{ }")).isEqualTo(new Connect("/admin", "{ }"));
        }

        @Test
        void disconnects() throws MalformedPacketException {
            assertThat(decode("1")).isEqualTo(new Disconnect("/"));
            assertThat(decode("1/admin,")).isEqualTo(new Disconnect("/admin"));
        }

        @Test
        void is_an_event() throws MalformedPacketException {
            assertThat(decode("2[\"a\",1,{}]"))
                    .isEqualTo(new Event("/", OptionalLong.empty(), array("\"a\"", "1", "{}"), List.of()));
            assertThat(decode("2/admin,456[\"a\"]"))
                    .isEqualTo(new Event("/admin", OptionalLong.of(456), array("\"a\""), List.of()));
        }

        @Test
        void is_an_acknowledgement() throws MalformedPacketException {
            assertThat(decode("30[]")).isEqualTo(new Ack("/", 0, array(), List.of()));
            assertThat(decode("3/admin,13[\"a\"]")).isEqualTo(new Ack("/admin", 13, array("\"a\""), List.of()));
        }

        @Test
        void is_a_refused_connection() throws MalformedPacketException {
            assertThat(decode("4{\"message\":\"no\"}")).isEqualTo(new ConnectError("/", "{\"message\":\"no\"}"));
            assertThat(decode("4/a,\"no\"")).isEqualTo(new ConnectError("/a", "\"no\""));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"\"a\\u0062\"|ab", "\"\"|''", "1|1", "-1.5|-1.5", "\"error\"|error", "\"__proto__\"|__proto__"
                })
        void names_its_event_by_a_string_or_a_number(String json, String name) throws MalformedPacketException {
            assertThat(decode("2[" + json + "]")).isInstanceOfSatisfying(Event.class, event -> assertThat(event.name())
                    .isEqualTo(name));
        }
    }

    @Nested
    class Text_that_is_no_packet {

        @ParameterizedTest
        @ValueSource(strings = {"", "7[\"a\"]", "9", "999", "a", "abc", "-1", " 2[\"a\"]", "\uff12[\"a\"]"})
        void has_an_unknown_type(String text) {
            assertRefused(text, "unknown packet type");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "442[\"some\",\"data\"",
                    "0/admin,\"invalid\"",
                    "0[]",
                    "0null",
                    "0{",
                    "1/admin,{}",
                    "1{}",
                    "1\"\"",
                    "2/admin,\"invalid",
                    "2/admin,{}",
                    "2{}",
                    "2[{\"toString\":\"foo\"}]",
                    "2[true,\"foo\"]",
                    "2[null,\"bar\"]",
                    "2[[]]",
                    "2[]",
                    "2",
                    "2/admin",
                    "2abc[\"a\"]",
                    "2[\"a\"]x",
                    "2[\"a\",]",
                    "2-1[\"a\"]",
                    "21.5[\"a\"]",
                    "3",
                    "3[]",
                    "3[\"a\"]",
                    "31{}",
                    "31",
                    "4",
                    "4[]",
                    "41"
                })
        void has_an_invalid_payload(String text) {
            assertRefused(text, "invalid payload");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "connect",
                    "connect_error",
                    "disconnect",
                    "disconnecting",
                    "newListener",
                    "removeListener",
                    "c\\u006fnnect"
                })
        void is_an_event_with_a_reserved_name(String name) {
            assertRefused("2[\"" + name + "\",\"123\"]", "invalid payload");
            assertRefused("51-[\"" + name + "\"," + ONE + "]", "invalid payload");
        }

        @Test
        void has_an_id_beyond_what_javascript_counts() throws MalformedPacketException {
            assertRefused("29999999999999999[\"a\"]", "illegal id");
            assertRefused("2" + "1".repeat(100_000) + "[\"a\"]", "illegal id");
            assertThat(decode("2999999999999999[\"a\"]")).isNotNull();
        }
    }

    @Nested
    class The_number_of_attachments {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "5",
                    "51",
                    "5a-",
                    "51.23-",
                    "5-[\"a\"]",
                    "50-[\"a\"]",
                    "60-0[]",
                    "500-[\"a\"]",
                    "5-1-[\"a\"]",
                    "5+1-[\"a\"]",
                    "5 1-[\"a\"]",
                    "51e0-[\"a\"]",
                    "5\uff11-[\"a\"]"
                })
        void must_be_a_number_of_at_least_one_and_a_dash(String text) {
            assertRefused(text, "Illegal attachments");
        }

        @ParameterizedTest
        @ValueSource(strings = {"511-[\"a\"]", "599999999999999999999-[\"a\"]", "611-0[]"})
        void is_limited(String text) {
            assertRefused(text, "too many attachments");
        }

        @Test
        void may_be_forbidden_altogether() {
            assertThatExceptionOfType(MalformedPacketException.class)
                    .isThrownBy(() -> new SocketPacketDecoder(0, 1_000).add("51-[\"a\"," + ONE + "]"))
                    .withMessage("too many attachments");
        }

        @Test
        void must_be_that_of_the_placeholders() {
            assertRefused("51-[\"a\"]", "illegal attachments");
            assertRefused("52-[\"a\"," + ONE + "]", "illegal attachments");
            assertRefused("51-[\"a\"," + ONE + "," + TWO + "]", "illegal attachments");
            assertRefused("51-[\"a\",{\"_placeholder\":true,\"num\":\"splice\"}]", "illegal attachments");
        }
    }

    @Nested
    class A_packet_with_attachments {

        @Test
        void is_whole_with_its_last_one() throws MalformedPacketException {
            assertThat(decoder.add("52-/admin,7[\"a\"," + ONE + "," + TWO + "]"))
                    .isNull();
            assertThat(decoder.awaited()).isEqualTo("/admin");
            byte[] first = {1, 2};
            byte[] second = {};
            assertThat(decoder.add(first)).isNull();
            assertThat(decoder.add(second))
                    .isEqualTo(
                            new Event("/admin", OptionalLong.of(7), array("\"a\"", ONE, TWO), List.of(first, second)));
            assertThat(decoder.awaited()).isNull();
        }

        @Test
        void may_be_an_acknowledgement() throws MalformedPacketException {
            byte[] bytes = {1};
            assertThat(decoder.add("61-13[" + ONE + "]")).isNull();
            assertThat(decoder.add(bytes)).isEqualTo(new Ack("/", 13, array(ONE), List.of(bytes)));
        }

        @Test
        void is_followed_by_others() throws MalformedPacketException {
            for (int i = 0; i < 3; i++) {
                decoder.add("51-[\"a\"," + ONE + "]");
                assertThat(decoder.add(new byte[900])).isInstanceOf(Event.class);
                assertThat(decoder.add("2[\"b\"]")).isInstanceOf(Event.class);
            }
        }

        @Test
        void is_refused_when_text_comes_between() throws MalformedPacketException {
            decoder.add("51-[\"a\"," + ONE + "]");
            assertRefusedNow(() -> decoder.add("2[\"b\"]"), "got plaintext data when reconstructing a packet");
        }

        @Test
        void may_have_text_and_bytes_up_to_the_limit_together() throws MalformedPacketException {
            String text = "52-[\"\u20ac\"," + ONE + "," + TWO + "]";
            int left = 1_000 - (int) Utf8.length(text);
            decoder.add(text);
            decoder.add(new byte[100]);
            assertThat(decoder.add(new byte[left - 100])).isInstanceOf(Event.class);
        }

        @Test
        void is_refused_as_soon_as_it_is_over_the_limit() throws MalformedPacketException {
            String text = "52-[\"\u20ac\"," + ONE + "," + TWO + "]";
            int left = 1_000 - (int) Utf8.length(text);
            decoder.add(text);
            assertRefusedNow(() -> decoder.add(new byte[left + 1]), "attachments too large");
        }

        private void assertRefusedNow(Adding adding, String message) {
            assertThatExceptionOfType(MalformedPacketException.class)
                    .isThrownBy(adding::run)
                    .withMessage(message);
            assertThat(decoder.awaited()).isNull();
        }
    }

    @Test
    void bytes_that_nobody_announced_are_refused() {
        assertThatExceptionOfType(MalformedPacketException.class)
                .isThrownBy(() -> decoder.add(new byte[1]))
                .withMessage("got binary data when not reconstructing a packet");
    }

    @Test
    void after_a_refusal_nothing_is_taken() throws MalformedPacketException {
        assertThatExceptionOfType(MalformedPacketException.class).isThrownBy(() -> decoder.add("x"));
        assertThat(decoder.add("2[\"a\"]")).isNull();
        assertThat(decoder.add("51-[\"a\"," + ONE + "]")).isNull();
        assertThat(decoder.add(new byte[1])).isNull();
    }

    @Test
    void closing_frees_what_has_come() throws MalformedPacketException {
        decoder.add("51-[\"a\"," + ONE + "]");
        decoder.close();
        assertThat(decoder.awaited()).isNull();
        assertThat(decoder.add(new byte[1])).isNull();
    }

    private interface Adding {
        void run() throws MalformedPacketException;
    }
}
