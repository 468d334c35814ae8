package org.sockeye.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.msgpack.MsgPackParser;
import org.sockeye.spi.InvalidPacketException;
import org.sockeye.spi.Message;
import org.sockeye.spi.Packet;
import org.sockeye.spi.PacketParser;

/** What holds for every message of a client of the parser msgpack, whatever it is. */
class MsgPackFuzzTest {

    private static final int MAX_ATTACHMENTS = 3;

    /** Parts of messages: fields, headers with and without what they announce, extensions. */
    private static final List<byte[]> PARTS = Stream.of(
                    "82 83 84 85 a474797065 a47479706502 a47479706503 a36e7370 a36e7370a12f a26964 a2696407 a464617461"
                            + " a46461746191 a46461746192a16105 a464617461dd00000001 ddffffffff dfffffffff dbffffffff"
                            + " c6ffffffff 90 80 91 81 c0 c1 c3 d40000 d70000000000000003e8 d700ffffffffffffffff"
                            + " c403010203 c70200aabb c70105aa cb7ff8000000000000 cfffffffffffffffff ff 7f a161 a2c328"
                            + " ac5f706c616365686f6c646572c3 a36e756d00")
            .flatMap(parts -> Stream.of(parts.split(" ")))
            .map(HexFormat.of()::parseHex)
            .toList();

    private final MsgPackParser parser = new MsgPackParser();

    @Provide
    Arbitrary<byte[]> messages() {
        Arbitrary<byte[]> likely = Arbitraries.of(PARTS).list().ofMaxSize(14).map(MsgPackFuzzTest::joined);
        return Arbitraries.oneOf(likely, Arbitraries.bytes().array(byte[].class).ofMaxSize(40), framed());
    }

    /** An event whose argument is made of parts. */
    private static Arbitrary<byte[]> framed() {
        return Arbitraries.of(PARTS)
                .list()
                .ofMaxSize(6)
                .map(parts -> joined(
                        List.of(HexFormat.of().parseHex("83a36e7370a12fa47479706502a46461746192a161"), joined(parts))));
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private @Nullable Packet decode(byte[] message) {
        try {
            return parser.decoder(new PacketParser.Limits(MAX_ATTACHMENTS, 1000))
                    .add(message);
        } catch (InvalidPacketException refused) {
            assertThat(refused).hasMessageMatching("[A-Za-z0-9 ]+");
            return null;
        }
    }

    @Property
    void a_message_is_a_packet_or_refused(@ForAll("messages") byte[] message) {
        Packet packet = decode(message.clone());
        if (packet != null) {
            assertThat(packet.attachments()).hasSizeLessThanOrEqualTo(MAX_ATTACHMENTS);
            assertThat(packet.attachments().stream()
                            .mapToInt(bytes -> bytes.length)
                            .sum())
                    .isLessThan(message.length);
        }
    }

    @Property
    void a_packet_that_was_read_is_the_same_when_it_is_written_and_read_again(@ForAll("messages") byte[] message) {
        Packet packet = decode(message);
        if (packet != null) {
            Packet again = decode(((Message.Binary) parser.encode(packet).get(0)).data());
            assertThat(again).usingRecursiveComparison().isEqualTo(packet);
        }
    }

    @Property
    void strings_come_back_as_they_were(@ForAll String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            String json = '"'
                    + text.chars()
                            .mapToObj(c -> String.format("\\u%04x", c))
                            .collect(java.util.stream.Collectors.joining())
                    + '"';
            Packet packet = new Packet(Packet.Type.EVENT, "/", OptionalLong.empty(), List.of(json), List.of());
            Packet read = decode(((Message.Binary) parser.encode(packet).get(0)).data());
            assertThat(read).isNotNull();
            if (read != null) {
                assertThat(org.sockeye.internal.protocol.JsonText.unquote(
                                read.data().get(0)))
                        .isEqualTo(text);
            }
        }
    }

    @Property
    void whole_numbers_come_back_as_they_were(@ForAll long number) {
        Packet packet =
                new Packet(Packet.Type.EVENT, "/", OptionalLong.empty(), List.of(String.valueOf(number)), List.of());
        assertThat(decode(((Message.Binary) parser.encode(packet).get(0)).data()))
                .usingRecursiveComparison()
                .isEqualTo(packet);
    }
}
