package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.SocketIoConfig;
import org.sockeye.harness.CapturedLog;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.internal.protocol.JsonArray;
import org.sockeye.internal.protocol.MalformedPacketException;
import org.sockeye.internal.protocol.PacketDecoder;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.InvalidPacketException;
import org.sockeye.spi.Message;
import org.sockeye.spi.Packet;
import org.sockeye.spi.PacketParser;

/** What the core does with a parser that is not its own. */
class ForeignFormTest {

    private static final OptionalLong NONE = OptionalLong.empty();
    private static final byte[] BYTES = {1, 2};

    /** Remembers what it is to encode, and decodes to what it is told. */
    private static final class FakeParser implements PacketParser, PacketParser.Decoder {

        private final List<Packet> encoded = new ArrayList<>();
        private @Nullable Packet next; // one thread tests
        private @Nullable Limits limits; // as above
        private boolean closed; // as above

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public List<Message> encode(Packet packet) {
            encoded.add(packet);
            return List.of(new Message.Text("text"), new Message.Binary(BYTES));
        }

        @Override
        public PacketParser.Decoder decoder(Limits given) {
            limits = given;
            return this;
        }

        @Override
        public @Nullable Packet add(String text) throws InvalidPacketException {
            return switch (text) {
                case "refused" -> throw new InvalidPacketException("no");
                case "broken" -> throw new IllegalStateException("a bug");
                case "deep" -> throw new StackOverflowError();
                case "part" -> null;
                case "nameless" -> new Packet(Packet.Type.EVENT, "/n", NONE, List.of(""), List.of());
                default -> next;
            };
        }

        @Override
        public @Nullable Packet add(byte[] data) {
            return next;
        }

        @Override
        public String awaited() {
            if (closed) {
                throw new IllegalStateException("a bug");
            }
            return "/awaited";
        }

        @Override
        public void close() {
            closed = true;
            throw new IllegalStateException("a bug");
        }
    }

    private final FakeParser parser = new FakeParser();
    private final PacketForm form = PacketForm.of(parser);
    private final PacketDecoder decoder = form.decoder(SocketIoConfig.builder()
            .set("maxAttachments", "3")
            .set("maxPayload", "1000")
            .build());

    private @Nullable SocketPacket read(Packet.Type type, OptionalLong id, List<String> data, byte[]... attachments)
            throws MalformedPacketException {
        parser.next = new Packet(type, "/n", id, data, List.of(attachments));
        return decoder.add("next");
    }

    private Packet written(SocketPacket packet) {
        form.encode(packet);
        return parser.encoded.get(parser.encoded.size() - 1);
    }

    @Nested
    class A_packet {

        @Test
        void has_the_messages_that_the_parser_gives_it() {
            assertThat(form.encode(new SocketPacket.Disconnect("/n")))
                    .satisfiesExactly(
                            text -> assertThat(text).isEqualTo(Frame.message("text")),
                            bytes -> assertThat(((Frame.Binary) bytes).data()).isSameAs(BYTES));
        }

        @Test
        void is_written_as_data() {
            JsonArray data = JsonArray.of(List.of("\"e\"", "[1,{}]"));
            assertThat(written(new SocketPacket.Event("/n", OptionalLong.of(7), data, List.of(BYTES))))
                    .isEqualTo(new Packet(
                            Packet.Type.EVENT, "/n", OptionalLong.of(7), List.of("\"e\"", "[1,{}]"), List.of(BYTES)));
            assertThat(written(new SocketPacket.Ack("/n", 3, data, List.of())))
                    .isEqualTo(new Packet(
                            Packet.Type.ACK, "/n", OptionalLong.of(3), List.of("\"e\"", "[1,{}]"), List.of()));
            assertThat(written(new SocketPacket.Connect("/n", "{}")))
                    .isEqualTo(new Packet(Packet.Type.CONNECT, "/n", NONE, List.of("{}"), List.of()));
            assertThat(written(new SocketPacket.Connect("/n", null)))
                    .isEqualTo(new Packet(Packet.Type.CONNECT, "/n", NONE, List.of(), List.of()));
            assertThat(written(new SocketPacket.ConnectError("/n", "\"no\"")))
                    .isEqualTo(new Packet(Packet.Type.CONNECT_ERROR, "/n", NONE, List.of("\"no\""), List.of()));
            assertThat(written(new SocketPacket.Disconnect("/n")))
                    .isEqualTo(new Packet(Packet.Type.DISCONNECT, "/n", NONE, List.of(), List.of()));
        }

        @Test
        void is_read_from_data() throws MalformedPacketException {
            JsonArray data = JsonArray.of(List.of("\"e\"", "1"));
            assertThat(read(Packet.Type.EVENT, NONE, List.of("\"e\"", "1"), BYTES))
                    .isEqualTo(new SocketPacket.Event("/n", NONE, data, List.of(BYTES)));
            assertThat(read(Packet.Type.ACK, OptionalLong.of(3), List.of("\"e\"", "1")))
                    .isEqualTo(new SocketPacket.Ack("/n", 3, data, List.of()));
            assertThat(read(Packet.Type.CONNECT, NONE, List.of("{}"), BYTES))
                    .isEqualTo(new SocketPacket.Connect("/n", "{}", List.of(BYTES)));
            assertThat(read(Packet.Type.CONNECT, NONE, List.of())).isEqualTo(new SocketPacket.Connect("/n", null));
            assertThat(read(Packet.Type.DISCONNECT, NONE, List.of())).isEqualTo(new SocketPacket.Disconnect("/n"));
        }

        @Test
        void may_take_several_messages() throws MalformedPacketException {
            assertThat(decoder.add("part")).isNull();
            assertThat(decoder.awaited()).isEqualTo("/awaited");
        }

        @Test
        void is_bounded_by_the_settings() {
            assertThat(parser.limits).isEqualTo(new PacketParser.Limits(3, 1000));
        }
    }

    @Nested
    class Malformed_is {

        private void assertMalformed(Packet.Type type, String... data) {
            assertThatThrownBy(() -> read(type, NONE, List.of(data))).isInstanceOf(MalformedPacketException.class);
        }

        @Test
        void an_event_without_a_name_that_clients_may_use() {
            assertMalformed(Packet.Type.EVENT);
            assertMalformed(Packet.Type.EVENT, "\"disconnect\"");
            assertMalformed(Packet.Type.EVENT, "{}");
            assertMalformed(Packet.Type.EVENT, "null", "1");
        }

        @Test
        void an_acknowledgement_without_id() {
            assertMalformed(Packet.Type.ACK, "1");
        }

        @Test
        void a_payload_that_is_no_object() {
            assertMalformed(Packet.Type.CONNECT, "[]");
            assertMalformed(Packet.Type.CONNECT, "");
            assertMalformed(Packet.Type.CONNECT, "{}", "{}");
            assertMalformed(Packet.Type.CONNECT_ERROR, "1");
        }

        @Test
        void what_the_parser_refuses() {
            assertThatThrownBy(() -> decoder.add("refused"))
                    .isInstanceOf(MalformedPacketException.class)
                    .hasMessage("no");
        }

        @Test
        void nothing_else_when_the_parser_fails_while_the_client_goes() {
            decoder.close();
            assertThat(decoder.awaited()).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"broken", "deep", "nameless"})
        void what_the_parser_fails_at_which_is_an_error_in_the_log_once(String message) {
            try (CapturedLog log = new CapturedLog("org.sockeye.core")) {
                for (int i = 0; i < 3; i++) {
                    assertThatThrownBy(() -> decoder.add(message)).isInstanceOf(MalformedPacketException.class);
                }
                assertThat(log.text(Level.SEVERE)).containsOnlyOnce("The packet parser fake");
            }
        }
    }
}
