package org.sockeye.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineCodecV3Test {

    private static final int MAX_PACKETS = 5;
    private static final int MEGABYTE = 1_000_000;
    private static final Frame BYTES = Frame.message(new byte[] {1, 2, 3, 4});

    private final EngineCodec codec = EngineCodec.revision3(MAX_PACKETS, false);
    private final EngineCodec base64 = EngineCodec.revision3(MAX_PACKETS, true);

    @Test
    void speaks_revision_3() {
        assertThat(codec.revision()).isEqualTo(3);
        assertThat(codec.pong()).isEqualTo(new Frame.Text("3"));
    }

    @Nested
    class A_payload_to_send {

        @Test
        void has_the_length_before_each_packet_in_UTF_16_units() {
            Payload payload = encode(codec, Frame.message("hello"), codec.pong(), Frame.message("€😀"));
            assertThat(payload.text()).isEqualTo("6:4hello1:34:4€😀");
            assertThat(payload.contentType()).isEqualTo("text/plain; charset=UTF-8");
        }

        @Test
        void is_binary_as_a_whole_when_one_packet_has_bytes() {
            Payload payload = encode(codec, Frame.message("€"), BYTES);
            assertThat(hex(payload.bytes())).isEqualTo("00 04 ff 34 e2 82 ac 01 05 ff 04 01 02 03 04");
            assertThat(payload.contentType()).isEqualTo("application/octet-stream");
        }

        @Test
        void has_a_byte_for_each_digit_of_a_length() {
            byte[] payload = encode(codec, Frame.message(new byte[10_203])).bytes();
            assertThat(hex(Arrays.copyOf(payload, 8))).isEqualTo("01 01 00 02 00 04 ff 04");
            assertThat(payload).hasSize(7 + 10_204);
        }

        @Test
        void has_base64_for_a_client_that_takes_no_bytes() {
            assertThat(encode(base64, Frame.message("hello"), BYTES).text()).isEqualTo("6:4hello10:b4AQIDBA==");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 8, 9, 10, 97, 98, 99, 1000})
        void is_not_longer_than_was_announced(int size) {
            for (EngineCodec each : List.of(codec, base64)) {
                List<Frame> text = List.of(Frame.message("€".repeat(size)), Frame.message("x".repeat(size)));
                List<Frame> mixed =
                        List.of(Frame.message("€".repeat(size)), Frame.message(new byte[size]), codec.noop());
                for (List<Frame> frames : List.of(text, mixed)) {
                    int announced =
                            frames.stream().mapToInt(each.payloads()::sizeOf).sum();
                    assertThat(each.payloads().encode(frames).bytes().length)
                            .isBetween(announced - 3 * size - 12, announced);
                }
            }
        }
    }

    @Nested
    class A_frame_in_a_WebSocket {

        @Test
        void of_text_is_as_it_is() {
            assertThat(codec.inWebSocket(Frame.message("x"))).isEqualTo(Frame.message("x"));
        }

        @Test
        void of_bytes_has_its_type_before_them() {
            assertThat(((Frame.Binary) codec.inWebSocket(BYTES)).data()).containsExactly(4, 1, 2, 3, 4);
        }

        @Test
        void of_bytes_is_made_once_for_all_recipients() {
            assertThat(codec.inWebSocket(BYTES)).isSameAs(codec.inWebSocket(BYTES));
        }

        @Test
        void of_bytes_is_base64_for_a_client_that_takes_none() {
            assertThat(base64.inWebSocket(BYTES)).isEqualTo(new Frame.Text("b4AQIDBA=="));
        }
    }

    @Nested
    class A_text_payload_that_came {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "6:4hello                 | text hello",
                    "1:2                      | 'ping '",
                    "6:2probe                 | ping probe",
                    "2:4x2:4y1:6              | text x, text y, signal NOOP",
                    "4:4€😀                   | text €😀",
                    "06:4hello                | text hello",
                    "0:0:1:3                  | signal PONG",
                    "10:b4AQIDBA==            | binary [1, 2, 3, 4]",
                    "2:b4                     | binary []",
                    "10:b44AQIDBAA            | binary [-32, 4, 8, 12, 16, 0]"
                })
        void is_its_packets(String payload, String packets) {
            assertThat(read(payload)).isEqualTo(packets);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    ":",
                    ":4",
                    "4",
                    "12",
                    "1:",
                    "2:4",
                    "3:4€",
                    "5:4hello6:",
                    "-1:4",
                    "+1:4",
                    " 1:4",
                    "1 :4",
                    "1.0:4",
                    "1e0:4",
                    "0x1:4",
                    "٣:4ab",
                    "1:7",
                    "1:a",
                    "1:b",
                    "2:b3",
                    "4:b4A!",
                    "6:4hello5",
                    "2147483648:4",
                    "4294967297:4",
                    "18446744073709551617:4",
                    "99999999999999999999:4",
                    "1;4"
                })
        void is_malformed(String payload) {
            assertThat(read(payload)).endsWith("MALFORMED");
        }

        @Test
        void gives_the_packets_before_the_malformed_one() {
            assertThat(read("2:4a2:4b9:4c")).isEqualTo("text a, text b, MALFORMED");
        }

        @Test
        void ends_where_the_reader_wants_no_more() {
            List<EnginePacket> seen = new ArrayList<>();
            assertThat(codec.payloads().decode(Payload.text("2:4a2:4b"), packet -> !seen.add(packet)))
                    .isFalse();
            assertThat(seen).hasSize(1);
        }

        @Test
        void has_a_largest_number_of_packets() {
            assertThat(read("1:6".repeat(MAX_PACKETS))).doesNotContain("MALFORMED");
            assertThat(read("1:6".repeat(MAX_PACKETS + 1))).endsWith("MALFORMED");
            assertThat(read("0:".repeat(MAX_PACKETS + 1))).endsWith("MALFORMED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "1", "9", "x", "6:4", ":"})
        void of_a_megabyte_of_the_same_is_read_at_once(String repeated) {
            String payload = repeated.repeat(MEGABYTE / repeated.length());
            EngineCodec endless = EngineCodec.revision3(Integer.MAX_VALUE, false);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> endless.payloads().decode(Payload.text(payload), packet -> true));
        }
    }

    @Nested
    class A_binary_payload_that_came {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "00 06 ff 34 68 65 6c 6c 6f          | text hello",
                    "00 01 ff 32                         | 'ping '",
                    "00 04 ff 34 e2 82 ac                | text €",
                    "01 05 ff 04 01 02 03 04             | binary [1, 2, 3, 4]",
                    "01 01 ff 04                         | binary []",
                    "00 02 ff 34 78 01 02 ff 04 ff 00 01 ff 36 | text x, binary [-1], signal NOOP",
                    "00 00 00 01 ff 36                   | signal NOOP",
                    "00 06 ff 62 34 41 51 49 44          | binary [1, 2, 3]"
                })
        void is_its_packets(String bytes, String packets) {
            assertThat(readBinary(bytes)).isEqualTo(packets);
        }

        @Test
        void may_be_empty() {
            assertThat(readBinary("")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "00",
                    "01",
                    "00 ff",
                    "00 01",
                    "00 01 ff",
                    "00 02 ff 34",
                    "01 00 ff",
                    "00 00 ff",
                    "02 01 ff 34",
                    "ff 01 ff 34",
                    "00 0a ff 34",
                    "00 01 fe 34",
                    "01 01 ff 02",
                    "01 01 ff 34",
                    "01 01 ff 07",
                    "00 01 ff 37",
                    "00 09 09 09 09 09 09 09 09 09 09 09 09 09 09 09 09 09 09 09 09 ff 34",
                    "00 04 02 09 04 09 06 07 02 09 07 ff 34"
                })
        void is_malformed(String bytes) {
            assertThat(readBinary(bytes)).endsWith("MALFORMED");
        }

        @ParameterizedTest
        @ValueSource(bytes = {0, 1, 9, -1})
        void of_a_megabyte_of_the_same_is_read_at_once(byte repeated) {
            byte[] payload = new byte[MEGABYTE];
            Arrays.fill(payload, repeated);
            EngineCodec endless = EngineCodec.revision3(Integer.MAX_VALUE, false);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> endless.payloads().decode(Payload.binary(payload), packet -> true));
        }
    }

    @Nested
    class A_message_of_a_WebSocket {

        @ParameterizedTest
        @ValueSource(strings = {"", "7", "x", "b", "b3", "b3AQID", "bAQID", "b4%"})
        void is_malformed(String text) {
            assertThat(codec.decode(text)).isEmpty();
        }

        @Test
        void may_have_base64_instead_of_bytes() {
            assertThat(describe(codec.decode("b4AQID"))).isEqualTo("binary [1, 2, 3]");
        }

        @Test
        void of_bytes_begins_with_the_type_of_a_message() {
            assertThat(describe(codec.decode(new byte[] {4, 4, 5}))).isEqualTo("binary [4, 5]");
            assertThat(codec.decode(new byte[] {})).isEmpty();
            assertThat(codec.decode(new byte[] {2})).isEmpty();
            assertThat(codec.decode(new byte[] {52, 1})).isEmpty();
        }
    }

    private static Payload encode(EngineCodec codec, Frame... frames) {
        return codec.payloads().encode(List.of(frames));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    private String read(String payload) {
        return read(Payload.text(payload));
    }

    private String readBinary(String bytes) {
        return read(Payload.binary(HexFormat.ofDelimiter(" ").parseHex(bytes)));
    }

    private String read(Payload payload) {
        List<String> seen = new ArrayList<>();
        boolean whole = codec.payloads().decode(payload, packet -> seen.add(describe(Optional.of(packet))));
        if (!whole) {
            seen.add("MALFORMED");
        }
        return String.join(", ", seen);
    }

    private static String describe(Optional<EnginePacket> packet) {
        return packet.orElseThrow().dispatch(new Describing());
    }

    private static final class Describing implements EnginePacket.Handler<String> {
        @Override
        public String text(String text) {
            return "text " + text;
        }

        @Override
        public String binary(byte[] data) {
            return "binary " + Arrays.toString(data);
        }

        @Override
        public String ping(String data) {
            return "ping " + data;
        }

        @Override
        public String signal(EnginePacket.Signal signal) {
            return "signal " + signal;
        }
    }
}
