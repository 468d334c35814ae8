package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockeye.Arguments;
import org.sockeye.TypeRef;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.internal.protocol.JsonArray;
import org.sockeye.internal.protocol.MalformedPacketException;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.internal.protocol.SocketPacketDecoder;
import org.sockeye.internal.protocol.SocketPacketEncoder;
import org.sockeye.spi.JsonCodec;

/** What one side emits, the other has: through the encoder of arguments, frames, the decoder and the arguments received. */
class BinaryRoundTripTest {

    public record Photo(String name, byte[] data) {}

    private static final byte[] ONE = {1, -1};
    private static final byte[] TWO = {2};
    private static final byte[] THREE = {};

    @ParameterizedTest
    @MethodSource("org.sockeye.internal.json.Codecs#overJsonB")
    void photos_arrive_as_they_were_sent(JsonCodec codec) throws Exception {
        Photo photo = new Photo("{\"_placeholder\":true,\"num\":0}", ONE);
        Arguments received = sent(codec, photo, List.of(new Photo("two", TWO)), "text", Map.of("three", THREE));

        assertThat(received.count()).isEqualTo(4);
        assertThat(received.argument(0, Photo.class)).usingRecursiveComparison().isEqualTo(photo);
        assertThat(received.argument(1, new TypeRef<List<Photo>>() {}))
                .singleElement()
                .extracting(Photo::data)
                .isEqualTo(TWO);
        assertThat(received.argument(2, String.class)).isEqualTo("text");
        assertThat(received.argument(3, new TypeRef<Map<String, byte[]>>() {})).containsEntry("three", THREE);
        assertThat(received.argument(4, Photo.class)).isNull();
    }

    @ParameterizedTest
    @MethodSource("org.sockeye.internal.json.Codecs#overJsonB")
    void bytes_are_bytes_also_for_who_asks_for_any_object(JsonCodec codec) throws Exception {
        Arguments received = sent(codec, ONE, new Photo("two", TWO));

        assertThat(received.argument(0, Object.class)).isEqualTo(ONE);
        assertThat(received.argument(1, new TypeRef<Map<String, Object>>() {}))
                .containsEntry("name", "two")
                .containsEntry("data", TWO);
    }

    private static Arguments sent(JsonCodec codec, @Nullable Object... arguments) throws MalformedPacketException {
        Content content = Content.encode(codec, "photos", arguments);
        JsonArray data = JsonArray.of(content.data());
        SocketPacket packet = new SocketPacket.Event("/", OptionalLong.empty(), data, content.attachments());
        SocketPacketDecoder decoder = new SocketPacketDecoder(10, 1_000_000);
        SocketPacket decoded = null;
        for (Frame frame : SocketPacketEncoder.encode(packet)) {
            decoded = decode(decoder, frame);
        }
        SocketPacket.Event event = (SocketPacket.Event) Objects.requireNonNull(decoded);
        return new ReceivedArguments(codec, event.data(), 1, event.attachments());
    }

    /** As it would come from the other side; the first character of a text is Engine.IO's. */
    private static @Nullable SocketPacket decode(SocketPacketDecoder decoder, Frame frame)
            throws MalformedPacketException {
        return frame instanceof Frame.Text text
                ? decoder.add(text.wire().substring(1))
                : decoder.add(((Frame.Binary) frame).data());
    }
}
