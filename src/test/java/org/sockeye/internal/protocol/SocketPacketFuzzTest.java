package org.sockeye.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.sockeye.fuzz.Garbage;
import org.sockeye.fuzz.Growth;

/** What holds for every message of a client, whatever it is. */
class SocketPacketFuzzTest {

    private static final int MAX_ATTACHMENTS = 3;
    private static final int MAX_PAYLOAD = 400;

    private static final List<String> WORDS = Garbage.words(
            "0 1 2 3 4 51- 52- 61- 50- 5 - / /admin, /a?b=c, , 12 [\"a\"] [\"a\",1] [ ] { } \" \"connect\" : "
                    + "{\"_placeholder\":true,\"num\":0} {\"_placeholder\":true,\"num\":1} "
                    + "{\"_placeholder\":true,\"num\":\"splice\"} [\"a\",{\"_placeholder\":true,\"num\":0}] __proto__ null true "
                    + "1e400 -0 \\u0000 999999999999999 \ud83d");

    @Provide
    Arbitrary<String> texts() {
        return Garbage.of(10, WORDS);
    }

    /** Text, or bytes where the size of a message is given instead. */
    @Provide
    Arbitrary<List<Object>> messages() {
        Arbitrary<Object> bytes = Arbitraries.integers().between(0, 250).map(size -> (Object) new byte[size]);
        Arbitrary<Object> likely = Arbitraries.of(
                "51-[\"a\",{\"_placeholder\":true,\"num\":0}]",
                "52-[{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]",
                "62-3[{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]",
                "2[\"a\"]");
        return Arbitraries.oneOf(bytes, likely, texts().map(text -> (Object) text))
                .list()
                .ofMaxSize(12);
    }

    @Property
    void a_text_is_a_packet_or_waits_for_attachments_or_is_malformed(@ForAll("texts") String text) {
        SocketPacketDecoder decoder = new SocketPacketDecoder(MAX_ATTACHMENTS, MAX_PAYLOAD);
        try {
            @Nullable SocketPacket packet = decoder.add(text);
            assertThat(packet == null).isEqualTo(decoder.awaited() != null);
        } catch (MalformedPacketException malformed) {
            assertThat(malformed).hasMessageMatching("[A-Za-z ]+");
            assertThat(decoder.awaited()).isNull();
        }
    }

    @Property
    void of_any_messages_each_packet_has_no_more_and_no_larger_attachments_than_allowed(
            @ForAll("messages") List<Object> messages) {
        for (SocketPacket packet : decoded(messages)) {
            List<byte[]> attachments = attachments(packet);
            assertThat(attachments).hasSizeLessThanOrEqualTo(MAX_ATTACHMENTS);
            assertThat(attachments.stream().mapToInt(bytes -> bytes.length).sum())
                    .isLessThan(MAX_PAYLOAD);
        }
    }

    private static List<SocketPacket> decoded(List<Object> messages) {
        SocketPacketDecoder decoder = new SocketPacketDecoder(MAX_ATTACHMENTS, MAX_PAYLOAD);
        List<SocketPacket> packets = new ArrayList<>();
        try {
            for (Object message : messages) {
                @Nullable
                SocketPacket packet =
                        message instanceof byte[] bytes ? decoder.add(bytes) : decoder.add((String) message);
                if (packet != null) {
                    packets.add(packet);
                }
            }
        } catch (MalformedPacketException malformed) {
            assertThat(malformed).hasMessageMatching("[A-Za-z ]+");
        }
        return packets;
    }

    @Provide
    Arbitrary<SocketPacket> packets() {
        Arbitrary<String> namespaces =
                Arbitraries.strings().alpha().ofMaxLength(8).map(name -> "/" + name);
        Arbitrary<Long> ids = Arbitraries.longs().between(0, 999_999_999_999_999L);
        Arbitrary<JsonArray> arguments = Arbitraries.strings()
                .all()
                .map(JsonText::quote)
                .list()
                .ofMaxSize(5)
                .map(JsonArray::of);
        Arbitrary<JsonArray> events = arguments.filter(
                array -> array.size() > 0 && !ReservedEvents.NAMES.contains(JsonText.unquote(array.element(0))));
        return Arbitraries.oneOf(
                namespaces.map(nsp -> new SocketPacket.Connect(nsp, null)),
                namespaces.map(nsp -> new SocketPacket.Connect(nsp, "{\"token\":\"\\u0000,\"}")),
                namespaces.map(SocketPacket.Disconnect::new),
                namespaces.map(nsp -> new SocketPacket.ConnectError(nsp, "{\"message\":\"no\"}")),
                Combinators.combine(namespaces, ids.optional(), events)
                        .as((nsp, id, data) -> new SocketPacket.Event(
                                nsp, id.map(OptionalLong::of).orElseGet(OptionalLong::empty), data, List.of())),
                Combinators.combine(namespaces, ids, arguments)
                        .as((nsp, id, data) -> new SocketPacket.Ack(nsp, id, data, List.of())));
    }

    @Property
    void a_packet_comes_out_as_it_went_in(@ForAll("packets") SocketPacket packet) throws MalformedPacketException {
        String wire = ((Frame.Text) SocketPacketEncoder.encode(packet).get(0)).wire();
        SocketPacketDecoder decoder = new SocketPacketDecoder(MAX_ATTACHMENTS, Integer.MAX_VALUE);
        assertThat(decoder.add(wire.substring(1))).isEqualTo(packet);
    }

    @Property(tries = 1)
    void a_text_is_read_in_linear_time() {
        for (String start : List.of("2[", "51-[", "0{\"a\":", "4\"", "2", "3", "51")) {
            for (String part : List.of("1", "\"", "[", "{\"a\":", "1,", "\"\\u0000\",", "\\", "/", ",", " ")) {
                Growth.assertLinear(size -> start + part.repeat(size / part.length()), SocketPacketFuzzTest::decode);
            }
        }
    }

    private static void decode(String text) {
        decoded(List.of(text));
    }

    private static List<byte[]> attachments(SocketPacket packet) {
        if (packet instanceof SocketPacket.Event event) {
            return event.attachments();
        }
        return packet instanceof SocketPacket.Ack ack ? ack.attachments() : List.of();
    }
}
