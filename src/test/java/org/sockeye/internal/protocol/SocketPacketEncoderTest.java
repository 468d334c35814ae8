package org.sockeye.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SocketPacketEncoderTest {

    private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":0}";

    private static JsonArray array(String... elements) {
        return JsonArray.of(List.of(elements));
    }

    @Test
    void the_main_namespace_is_left_out_and_others_end_with_a_comma() {
        assertThat(SocketPacketEncoder.encode(new SocketPacket.Connect("/", "{\"sid\":\"x\"}")))
                .containsExactly(Frame.message("0{\"sid\":\"x\"}"));
        assertThat(SocketPacketEncoder.encode(new SocketPacket.Disconnect("/admin")))
                .containsExactly(Frame.message("1/admin,"));
        assertThat(SocketPacketEncoder.encode(new SocketPacket.ConnectError("/random", "{\"message\":\"no\"}")))
                .containsExactly(Frame.message("4/random,{\"message\":\"no\"}"));
    }

    @Test
    void an_event_has_its_id_before_its_array() {
        SocketPacket event = new SocketPacket.Event("/admin", OptionalLong.of(12), array("\"a\"", "1"), List.of());
        assertThat(SocketPacketEncoder.encode(event)).containsExactly(Frame.message("2/admin,12[\"a\",1]"));
    }

    @Test
    void an_acknowledgement_may_be_empty() {
        assertThat(SocketPacketEncoder.encode(new SocketPacket.Ack("/", 0, array(), List.of())))
                .containsExactly(Frame.message("30[]"));
    }

    @Test
    void attachments_are_counted_and_follow_as_they_are() {
        byte[] bytes = {1, 2, 3};
        SocketPacket event =
                new SocketPacket.Event("/a", OptionalLong.of(1), array("\"a\"", PLACEHOLDER), List.of(bytes));
        List<Frame> frames = SocketPacketEncoder.encode(event);
        assertThat(frames).hasSize(2).startsWith(Frame.message("51-/a,1[\"a\"," + PLACEHOLDER + "]"));
        assertThat(((Frame.Binary) frames.get(1)).data()).isSameAs(bytes);
        SocketPacket ack = new SocketPacket.Ack("/", 1, array(PLACEHOLDER), List.of(bytes));
        assertThat(SocketPacketEncoder.encode(ack).get(0)).isEqualTo(Frame.message("61-1[" + PLACEHOLDER + "]"));
    }

    @Test
    void what_is_encoded_is_decoded_to_the_same() throws MalformedPacketException {
        SocketPacket event = new SocketPacket.Event("/a", OptionalLong.of(3), array("\"\u20ac\"", "[{}]"), List.of());
        Frame.Text frame = (Frame.Text) SocketPacketEncoder.encode(event).get(0);
        assertThat(new SocketPacketDecoder(0, 100).add(frame.wire().substring(1)))
                .isEqualTo(event);
    }
}
