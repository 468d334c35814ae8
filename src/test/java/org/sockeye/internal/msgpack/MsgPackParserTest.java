package org.sockeye.internal.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.spi.InvalidPacketException;
import org.sockeye.spi.Message;
import org.sockeye.spi.Packet;
import org.sockeye.spi.PacketParser;

/** Packets as messages of npm's socket.io-msgpack-parser; the bytes are what its 3.0.2 writes. */
class MsgPackParserTest {

    private static final String FIRST = "{\"_placeholder\":true,\"num\":0}";
    private static final String SECOND = "{\"_placeholder\":true,\"num\":1}";
    private static final OptionalLong NONE = OptionalLong.empty();

    private final MsgPackParser parser = new MsgPackParser();

    private String encode(Packet packet) {
        return HexFormat.of().formatHex(((Message.Binary) parser.encode(packet).get(0)).data());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private Packet decode(String hex) throws InvalidPacketException {
        PacketParser.Decoder decoder = parser.decoder(new PacketParser.Limits(2, 1_000_000));
        return Objects.requireNonNull(decoder.add(bytes(hex)));
    }

    private static Packet event(OptionalLong id, List<String> data, byte[]... attachments) {
        return new Packet(Packet.Type.EVENT, "/", id, data, List.of(attachments));
    }

    /** A value as the only element of an event's data. */
    private static String eventOf(String value) {
        return "83 a474797065 02 a464617461 91" + value + "a36e7370 a12f";
    }

    private String element(String value) throws InvalidPacketException {
        return decode(eventOf(value)).data().get(0);
    }

    @Nested
    class A_packet_is_one_binary_message {

        @Test
        void that_connects() {
            assertThat(encode(new Packet(Packet.Type.CONNECT, "/", NONE, List.of("{\"sid\":\"abc\"}"), List.of())))
                    .isEqualTo("83a47479706500a46461746181a3736964a3616263a36e7370a12f");
            assertThat(encode(new Packet(Packet.Type.CONNECT, "/", NONE, List.of(), List.of())))
                    .isEqualTo("82a47479706500a36e7370a12f");
        }

        @Test
        void that_disconnects() {
            assertThat(encode(new Packet(Packet.Type.DISCONNECT, "/admin", NONE, List.of(), List.of())))
                    .isEqualTo("82a47479706501a36e7370a62f61646d696e");
        }

        @Test
        void that_is_an_event() {
            assertThat(encode(event(NONE, List.of("\"hi\"", "1", "\"x\""))))
                    .isEqualTo("83a47479706502a46461746193a2686901a178a36e7370a12f");
        }

        @Test
        void with_binary_in_its_place() {
            List<String> data = List.of("\"hi\"", FIRST, "{\"b\":[{ \"num\": 1, \"_placeholder\": true }]}");
            assertThat(encode(event(OptionalLong.of(12), data, bytes("010203"), bytes("ff"))))
                    .isEqualTo("84a47479706502a46461746193a26869c40301020381a16291c401ffa269640ca36e7370a12f");
        }

        @Test
        void that_acknowledges() {
            Packet ack = new Packet(Packet.Type.ACK, "/", OptionalLong.of(3), List.of("null", "true"), List.of());
            assertThat(encode(ack)).isEqualTo("84a2696403a47479706503a46461746192c0c3a36e7370a12f");
        }

        @Test
        void that_refuses() {
            Packet error =
                    new Packet(Packet.Type.CONNECT_ERROR, "/x", NONE, List.of("{\"message\":\"no\"}"), List.of());
            assertThat(encode(error)).isEqualTo("83a47479706504a46461746181a76d657373616765a26e6fa36e7370a22f78");
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '\'',
                textBlock =
                        """
                        0, 00
                        -0, 00
                        127, 7f
                        128, cc80
                        255, ccff
                        256, cd0100
                        65535, cdffff
                        65536, ce00010000
                        4294967295, ceffffffff
                        4294967296, cf0000000100000000
                        9007199254740992, cf0020000000000000
                        9223372036854775807, cf7fffffffffffffff
                        18446744073709551615, cfffffffffffffffff
                        18446744073709551616, cb43f0000000000000
                        -1, ff
                        -32, e0
                        -33, d0df
                        -128, d080
                        -129, d1ff7f
                        -32768, d18000
                        -32769, d2ffff7fff
                        -2147483648, d280000000
                        -2147483649, d3ffffffff7fffffff
                        -9223372036854775808, d38000000000000000
                        -9223372036854775809, cbc3e0000000000000
                        1.5, cb3ff8000000000000
                        -0.25, cbbfd0000000000000
                        2.0, 02
                        1e3, cd03e8
                        1e300, cb7e37e43c8800759c
                        """)
        void with_numbers_in_their_shortest_form(String json, String hex) {
            assertThat(encode(event(NONE, List.of(json)))).contains("a46461746191" + hex + "a36e7370");
        }

        @Test
        void with_strings_containers_and_bytes_of_every_length() throws InvalidPacketException {
            for (int length : new int[] {0, 15, 16, 31, 32, 255, 256, 65_535, 65_536}) {
                String array = "[" + String.join(",", java.util.Collections.nCopies(length, "7")) + "]";
                StringBuilder map = new StringBuilder("{");
                for (int i = 0; i < length; i++) {
                    map.append(i == 0 ? "\"" : ",\"").append(i).append("\":").append(i);
                }
                List<String> data = List.of(
                        '"' + "x".repeat(length) + '"', array, map.append('}').toString(), FIRST);
                Packet decoded = decode(encode(event(NONE, data, new byte[length])));
                assertThat(decoded.data()).isEqualTo(data);
                assertThat(decoded.attachments()).containsExactly(new byte[length]);
            }
        }

        @Test
        void whose_containers_are_counted_right_whatever_is_in_their_strings() throws InvalidPacketException {
            List<String> data =
                    List.of("\",[]{}:\\\"\\\\\"", "{\"a,b\":[[],{},\"]\",[\"}\"]],\"c\":{\"d\":[1,[2,3]]}}", "[]");
            assertThat(decode(encode(event(NONE, data))).data()).isEqualTo(data);
        }

        @Test
        void in_which_a_string_is_never_a_placeholder() throws InvalidPacketException {
            List<String> data = List.of("\"" + FIRST.replace("\"", "\\\"") + "\"", FIRST);
            assertThat(decode(encode(event(NONE, data, bytes("01")))).data()).isEqualTo(data);
        }

        @Test
        void with_spaces_between_tokens() {
            assertThat(encode(event(NONE, List.of(" [ 1 , { \"a\" :\ttrue } , [ ] ]\n"))))
                    .contains("93" + "01" + "81a161c3" + "90");
        }
    }

    @Nested
    class What_a_client_sends {

        @Test
        void may_have_its_fields_in_any_order_and_others_beside_them() throws InvalidPacketException {
            // {nsp: "/", options: {compress: true, x: <bytes>}, data: ["hi"], id: 1.0, type: 2}
            Packet packet = decode("85 a36e7370 a12f a76f7074696f6e73 82 a8636f6d7072657373 c3 a178 c40100"
                    + "a464617461 91 a26869 a26964 cb3ff0000000000000 a474797065 02");
            assertThat(packet).isEqualTo(event(OptionalLong.of(1), List.of("\"hi\"")));
        }

        @Test
        void is_an_event_with_binary() throws InvalidPacketException {
            Packet packet = decode(eventOf("92 c40101 81 a162 c703 00 010203"));
            assertThat(packet.data()).containsExactly("[" + FIRST + ",{\"b\":" + SECOND + "}]");
            assertThat(packet.attachments()).containsExactly(bytes("01"), bytes("010203"));
        }

        @Test
        void connects_with_binary_in_its_auth() throws InvalidPacketException {
            Packet packet = decode("83 a474797065 00 a36e7370 a12f a464617461 81 a16b c40107");
            assertThat(packet.data()).containsExactly("{\"k\":" + FIRST + "}");
            assertThat(packet.attachments()).containsExactly(bytes("07"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        c0                  | null
                        c2                  | false
                        c3                  | true
                        7f                  | 127
                        e0                  | -32
                        cc80                | 128
                        cdffff              | 65535
                        ceffffffff          | 4294967295
                        cfffffffffffffffff  | 18446744073709551615
                        cf0020000000000001  | 9007199254740993
                        d080                | -128
                        d18000              | -32768
                        d280000000          | -2147483648
                        d38000000000000000  | -9223372036854775808
                        ca3fc00000          | 1.5
                        ca3dcccccd          | 0.10000000149011612
                        cb3ff8000000000000  | 1.5
                        cb4340000000000000  | 9007199254740992
                        cb8000000000000000  | 0
                        cb7ff8000000000000  | null
                        cb7ff0000000000000  | null
                        cafff00000          | null
                        cafF800000          | null
                        d70000000000000003e8 | "1970-01-01T00:00:01.000Z"
                        d700ffffffffffffffff | "1969-12-31T23:59:59.999Z"
                        d7007fffffffffffffff | null
                        d7008000000000000000 | null
                        d40000              | null
                        92d4000001          | [null,1]
                        82a161d40000a16201  | {"b":1}
                        82a16101a162d40000  | {"a":1}
                        8101c3              | {"1":true}
                        81ffc3              | {"-1":true}
                        81c0c3              | {"null":true}
                        81c2c3              | {"false":true}
                        81cb3ff8000000000000c3 | {"1.5":true}
                        a2c3bc              | "ü"
                        a1ff                | "�"
                        a3220a5c            | "\\"\\n\\\\"
                        dc000101            | [1]
                        dd0000000101        | [1]
                        de0001a16101        | {"a":1}
                        df00000001a16101    | {"a":1}
                        d90161              | "a"
                        da000161            | "a"
                        db0000000161        | "a"
                        """)
        void becomes_JSON(String hex, String json) throws InvalidPacketException {
            assertThat(element(hex)).isEqualTo(json);
        }

        @Test
        void of_an_unknown_extension_is_its_number_and_its_bytes() throws InvalidPacketException {
            for (String extension : List.of("d405aa", "c70105aa", "c8000105aa", "c90000000105aa")) {
                Packet packet = decode(eventOf(extension));
                assertThat(packet.data()).containsExactly("[5," + FIRST + "]");
                assertThat(packet.attachments()).containsExactly(bytes("aa"));
            }
            assertThat(element("d500aaaa")).isEqualTo("[0," + FIRST + "]");
        }

        @Test
        void may_look_like_a_placeholder_where_there_is_no_binary() throws InvalidPacketException {
            assertThat(element("82 ac5f706c616365686f6c646572 c3 a36e756d 00")).isEqualTo(FIRST);
        }
    }

    @Nested
    class Refused_is {

        private void assertRefused(String hex, String reason) {
            assertThatThrownBy(() -> decode(hex))
                    .as(hex)
                    .isInstanceOf(InvalidPacketException.class)
                    .hasMessageContaining(reason);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        82 a474797065 05 a36e7370 a12f                        | invalid packet type
                        82 a474797065 ff a36e7370 a12f                        | invalid packet type
                        82 a474797065 a132 a36e7370 a12f                      | invalid packet type
                        81 a36e7370 a12f                                      | invalid packet type
                        81 a474797065 01                                      | invalid namespace
                        82 a474797065 01 a36e7370 01                          | invalid namespace
                        83 a474797065 00 a36e7370 a12f a464617461 01          | invalid payload
                        83 a474797065 00 a36e7370 a12f a464617461 c0          | invalid payload
                        83 a474797065 00 a36e7370 a12f a464617461 90          | invalid payload
                        83 a474797065 01 a36e7370 a12f a464617461 80          | invalid payload
                        82 a474797065 02 a36e7370 a12f                        | invalid payload
                        83 a474797065 02 a36e7370 a12f a464617461 80          | invalid payload
                        82 a474797065 04 a36e7370 a12f                        | invalid payload
                        83 a474797065 04 a36e7370 a12f a464617461 90          | invalid payload
                        84 a474797065 02 a36e7370 a12f a464617461 91a161 a26964 a131 | invalid packet id
                        84 a474797065 02 a36e7370 a12f a464617461 91a161 a26964 cb3ff8000000000000 | invalid packet id
                        84 a474797065 02 a36e7370 a12f a464617461 91a161 a26964 cfffffffffffffffff | invalid packet id
                        93 01 02 03                                           | no map
                        82 a474797065 01 a36e7370 a12f 00                     | trailing
                        """)
        void what_is_no_packet(String hex, String reason) {
            assertRefused(hex, reason);
        }

        @Test
        void text() {
            PacketParser.Decoder decoder = parser.decoder(new PacketParser.Limits(10, 1000));
            assertThatThrownBy(() -> decoder.add("2[\"hi\"]")).isInstanceOf(InvalidPacketException.class);
        }

        @Test
        void nothing_at_all() {
            assertRefused("", "too early");
        }

        @Test
        void a_message_that_ends_too_early_wherever_that_is() throws InvalidPacketException {
            String whole = eventOf("93 c403010203 81 a161 cb3ff8000000000000 d70000000000000003e8")
                    .replace(" ", "");
            assertThat(decode(whole)).isNotNull();
            for (int end = 2; end < whole.length(); end += 2) {
                assertRefused(whole.substring(0, end), "");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ddffffffff",
                    "dfffffffff",
                    "dbffffffff",
                    "c6ffffffff",
                    "c9ffffffff00",
                    "c9ffffffff05",
                    "dd7fffffff",
                    "df7fffffff",
                    "db7fffffff",
                    "c67fffffff",
                    "dcffff",
                    "deffff",
                    "daffff",
                    "c5ffff",
                    "c8ffff00",
                    "9f",
                    "8f"
                })
        void a_length_of_more_than_there_is_before_memory_is_spent(String header) {
            assertRefused(eventOf(header), "");
            assertRefused("83 a474797065 02 a464617461" + header, "too early");
            assertRefused(header, "");
        }

        @Test
        void deep_nesting() throws InvalidPacketException {
            int most = JsonReader.MAX_DEPTH - 1;
            assertThat(element("91".repeat(most) + "01")).hasSize(2 * most + 1);
            assertRefused(eventOf("91".repeat(most + 1) + "01"), "too deep");
            assertRefused(eventOf("81a161".repeat(most + 1) + "01"), "too deep");
            assertRefused(eventOf("91".repeat(100_000)), "too deep");
            assertRefused("82 a178" + "91".repeat(100_000) + "01", "too deep");
        }

        @Test
        void more_attachments_than_allowed() {
            assertRefused(eventOf("93 c400 c400 c400"), "too many attachments");
        }

        @Test
        void what_looks_like_a_placeholder_beside_binary() {
            assertRefused(eventOf("92 c400 82 ac5f706c616365686f6c646572 c3 a36e756d 00"), "illegal placeholder");
        }

        @ParameterizedTest
        @ValueSource(strings = {"8180c3", "8190c3", "81c400c3", "81c70000c3", "81d40000c3", "81d70000000000000003e8c3"})
        void a_name_of_a_member_that_is_no_text(String hex) {
            assertRefused(eventOf(hex), "no name");
        }

        @Test
        void a_code_that_means_nothing() {
            assertRefused(eventOf("c1"), "no value");
        }
    }
}
