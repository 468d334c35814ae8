package org.sockeye.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineCodecV4Test {

    private static final int MAX_PACKETS = 100;
    private static final char SEPARATOR = '\u001e';

    private final EngineCodec codec = EngineCodec.revision4(MAX_PACKETS, false);

    @Nested
    class Its_own_packets {

        @Test
        void are_those_of_the_protocol() {
            assertThat(codec.revision()).isEqualTo(4);
            assertThat(codec.open("{}")).isEqualTo(new Frame.Text("0{}"));
            assertThat(codec.close()).isEqualTo(new Frame.Text("1"));
            assertThat(codec.ping()).isEqualTo(new Frame.Text("2"));
            assertThat(codec.probed()).isEqualTo(new Frame.Text("3probe"));
            assertThat(codec.noop()).isEqualTo(new Frame.Text("6"));
        }
    }

    @Nested
    class A_payload_to_send {

        @Test
        void of_one_packet_is_that_packet() {
            assertThat(encode(Frame.message("hello"))).isEqualTo("4hello");
        }

        @Test
        void of_several_has_separators_between_them() {
            assertThat(encode(Frame.message("hello"), codec.ping(), Frame.message("")))
                    .isEqualTo("4hello" + SEPARATOR + "2" + SEPARATOR + "4");
        }

        @Test
        void holds_bytes_as_base64() {
            assertThat(encode(Frame.message("x"), Frame.message(new byte[] {1, 2, 3, 4})))
                    .isEqualTo("4x" + SEPARATOR + "bAQIDBA==");
            assertThat(encode(Frame.message(new byte[0]))).isEqualTo("b");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4, 100, 1000})
        void is_as_long_as_was_announced(int bytes) {
            List<Frame> frames =
                    List.of(Frame.message(new byte[bytes]), Frame.message("€".repeat(bytes)), codec.ping());
            int announced = frames.stream().mapToInt(codec.payloads()::sizeOf).sum();
            assertThat(codec.payloads().encode(frames).bytes()).hasSize(announced - 1);
        }

        @Test
        void encodes_nothing_for_a_WebSocket() {
            Frame binary = Frame.message(new byte[] {1, 2});
            assertThat(codec.inWebSocket(binary)).isSameAs(binary);
        }
    }

    @Nested
    class A_packet {

        @ParameterizedTest
        @CsvSource({"0,OPEN", "0{},OPEN", "1,CLOSE", "3,PONG", "3probe,PONG", "5,UPGRADE", "6,NOOP", "6x,NOOP"})
        void that_says_no_more_than_its_type_is_a_signal(String wire, EnginePacket.Signal signal) {
            assertThat(codec.decode(wire)).contains(signal);
        }

        @Test
        void with_a_message_keeps_it_as_it_is() {
            assertThat(codec.decode("4hello €😀")).contains(new EnginePacket.Text("hello €😀"));
            assertThat(codec.decode("4")).contains(new EnginePacket.Text(""));
            assertThat(codec.decode("4bAQID")).contains(new EnginePacket.Text("bAQID"));
        }

        @Test
        void that_pings_keeps_what_it_carries() {
            assertThat(codec.decode("2")).contains(new EnginePacket.Ping(""));
            assertThat(codec.decode("2probe")).contains(new EnginePacket.Ping(EnginePacket.Ping.PROBE));
        }

        @Test
        void of_base64_is_a_binary_message_also_when_it_comes_as_text() {
            assertThat(read("bAQIDBA==")).containsExactly("binary [1, 2, 3, 4]");
            assertThat(read("bAQIDBA")).containsExactly("binary [1, 2, 3, 4]");
            assertThat(read("b")).containsExactly("binary []");
            assertThat(read("b4AAA")).containsExactly("binary [-32, 0, 0]");
        }

        @Test
        void of_base64_may_have_line_breaks_as_the_java_client_sends_them() {
            assertThat(read("bAQID\nBA==\n")).containsExactly("binary [1, 2, 3, 4]");
            assertThat(read("bAQID\r\nBA==\r\n")).containsExactly("binary [1, 2, 3, 4]");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "", "7", "8", "9", "/", ":", "a", "abc", " 4", "-1", "\u0000", "４", "é", "B", "b!", "bA", "bAQ=ID"
                })
        void of_no_known_form_is_malformed(String wire) {
            assertThat(codec.decode(wire)).isEmpty();
        }

        @Test
        void of_bytes_is_a_message_whatever_they_are() {
            byte[] data = {0x34, 0x31};
            assertThat(codec.decode(data).orElseThrow()).isEqualTo(new EnginePacket.Binary(data));
        }
    }

    @Nested
    class A_payload_received {

        @Test
        void is_read_packet_by_packet() {
            assertThat(read("4one" + SEPARATOR + "bAQI=" + SEPARATOR + "3" + SEPARATOR + "4"))
                    .containsExactly("text one", "binary [1, 2]", "PONG", "text ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"4one\u001eabc\u001e4two", "4one\u001e", "4one\u001e\u001e4two"})
        void ends_before_a_malformed_packet(String payload) {
            assertThat(read(payload)).containsExactly("text one", "MALFORMED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\u001e", "\u001e4one"})
        void that_begins_with_an_empty_packet_is_malformed(String payload) {
            assertThat(read(payload)).containsExactly("MALFORMED");
        }

        @Test
        void ends_where_the_reader_wants_no_more() {
            List<EnginePacket> seen = new ArrayList<>();
            assertThat(codec.payloads().decode(Payload.text("4a\u001e4b\u001e4c"), packet -> {
                        seen.add(packet);
                        return seen.size() < 2;
                    }))
                    .isFalse();
            assertThat(seen).containsExactly(new EnginePacket.Text("a"), new EnginePacket.Text("b"));
        }

        @Test
        void has_a_largest_number_of_packets() {
            assertThat(read(packets(MAX_PACKETS))).hasSize(MAX_PACKETS).doesNotContain("MALFORMED");
            assertThat(read(packets(MAX_PACKETS + 1))).hasSize(MAX_PACKETS + 1).endsWith("MALFORMED");
        }

        private String packets(int count) {
            return String.join(
                    "" + SEPARATOR,
                    IntStream.range(0, count).mapToObj(i -> "4" + i).toList());
        }
    }

    @Test
    void what_is_encoded_is_decoded_to_the_same() {
        List<Frame> frames =
                List.of(Frame.message("€😀\n\"\\"), Frame.message(new byte[] {-1, 0, 30}), Frame.message(""));
        assertThat(read(codec.payloads().encode(frames).text()))
                .containsExactly("text €😀\n\"\\", "binary [-1, 0, 30]", "text ");
    }

    private String encode(Frame... frames) {
        return codec.payloads().encode(List.of(frames)).text();
    }

    private List<String> read(String payload) {
        List<String> seen = new ArrayList<>();
        boolean whole = codec.payloads().decode(Payload.text(payload), packet -> {
            seen.add(packet.dispatch(new Describing()));
            return true;
        });
        if (!whole) {
            seen.add("MALFORMED");
        }
        return seen;
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
            return signal.name();
        }
    }
}
