package org.sockeye.internal.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.sockeye.fuzz.Garbage;
import org.sockeye.fuzz.Growth;

/** What holds for every input of a codec, and every output. */
abstract class EngineCodecFuzz {

    static final int MOST = 20;

    /** A codec that reads at most {@link #MOST} packets of a payload. */
    abstract EngineCodec codec();

    /** A codec that reads very many packets of a payload. */
    abstract EngineCodec unboundedCodec();

    /** What payloads of the revision are made of. */
    abstract List<String> words();

    /** Texts that are hard to read in linear time, if anything is. */
    abstract List<String> repetitions();

    @Provide
    Arbitrary<String> texts() {
        return Garbage.of(30, words());
    }

    @Provide
    Arbitrary<Payload> payloads() {
        Arbitrary<byte[]> bytes = Arbitraries.oneOf(
                texts().map(text -> text.getBytes(UTF_8)),
                texts().map(text -> text.getBytes(ISO_8859_1)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(40));
        return bytes.flatMap(body -> Arbitraries.of(
                        "text/plain;charset=UTF-8", "application/octet-stream", "application/x-www-form-urlencoded", "")
                .map(type -> new Payload(type, body)));
    }

    /** Messages as applications send them; a lone surrogate becomes a question mark on any wire, and so is none of them. */
    @Provide
    Arbitrary<List<Frame>> messages() {
        Arbitrary<Frame> texts = Arbitraries.oneOf(
                        texts(), Arbitraries.strings().all())
                .map(text -> new String(text.getBytes(UTF_8), UTF_8))
                .filter(this::canBeSent)
                .map(Frame::message);
        Arbitrary<Frame> bytes =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(Frame::message);
        return Arbitraries.oneOf(texts, bytes).list().ofMinSize(1).ofMaxSize(MOST);
    }

    boolean canBeSent(String text) {
        return true;
    }

    @Property
    void a_text_is_a_packet_or_none(@ForAll("texts") String text) {
        assertThat(codec().decode(text)).isNotNull();
    }

    @Property
    void bytes_are_a_packet_or_none(@ForAll byte[] frame) {
        assertThat(codec().decode(frame)).isNotNull();
    }

    @Property
    void a_payload_is_read_to_its_end_or_its_first_bad_packet_and_no_further_than_allowed(
            @ForAll("payloads") Payload payload) {
        List<EnginePacket> packets = new ArrayList<>();
        codec().payloads().decode(payload, packets::add);
        assertThat(packets).hasSizeLessThanOrEqualTo(MOST).doesNotContainNull();
    }

    @Property
    void a_payload_is_not_read_on_after_a_packet_that_the_reader_refuses(@ForAll("payloads") Payload payload) {
        List<EnginePacket> packets = new ArrayList<>();
        boolean read = codec().payloads().decode(payload, packet -> !packets.add(packet));
        assertThat(packets).hasSizeLessThanOrEqualTo(1);
        assertThat(read && !packets.isEmpty()).isFalse();
    }

    @Property
    void messages_come_out_of_a_payload_as_they_went_in(@ForAll("messages") List<Frame> messages) {
        List<@Nullable String> received = new ArrayList<>();
        PayloadCodec payloads = codec().payloads();
        assertThat(payloads.decode(payloads.encode(messages), packet -> received.add(describe(packet))))
                .isTrue();
        assertThat(received)
                .containsExactlyElementsOf(
                        messages.stream().map(EngineCodecFuzz::describe).toList());
    }

    @Property
    void a_payload_is_no_larger_than_its_parts_were_counted(@ForAll("messages") List<Frame> messages) {
        PayloadCodec payloads = codec().payloads();
        int counted = messages.stream().mapToInt(payloads::sizeOf).sum();
        assertThat(payloads.encode(messages).bytes().length).isLessThanOrEqualTo(counted);
    }

    @Property
    void messages_come_out_of_a_WebSocket_as_they_went_in(@ForAll("messages") List<Frame> messages) {
        for (Frame message : messages) {
            Frame sent = codec().inWebSocket(message);
            Optional<EnginePacket> received = sent instanceof Frame.Binary binary
                    ? codec().decode(binary.data())
                    : codec().decode(((Frame.Text) sent).wire());
            assertThat(received.map(EngineCodecFuzz::describe)).contains(describe(message));
        }
    }

    @Property(tries = 1)
    void a_payload_is_read_in_linear_time() {
        PayloadCodec payloads = unboundedCodec().payloads();
        for (String part : repetitions()) {
            Growth.assertLinear(
                    size -> Payload.text(part.repeat(size / part.length())),
                    payload -> payloads.decode(payload, packet -> true));
        }
    }

    @Property(tries = 1)
    void a_binary_payload_is_read_in_linear_time() {
        PayloadCodec payloads = unboundedCodec().payloads();
        for (String part : repetitions()) {
            Growth.assertLinear(
                    size -> Payload.binary(part.repeat(size / part.length()).getBytes(ISO_8859_1)),
                    payload -> payloads.decode(payload, packet -> true));
        }
    }

    @Property(tries = 1)
    void a_text_packet_is_read_in_linear_time() {
        for (String part : repetitions()) {
            Growth.assertLinear(size -> part.repeat(size / part.length()), unboundedCodec()::decode);
        }
    }

    private static String describe(Frame message) {
        return message instanceof Frame.Binary binary
                ? "bytes " + List.of(boxed(binary.data()))
                : "text " + ((Frame.Text) message).wire().substring(1);
    }

    private static String describe(EnginePacket packet) {
        if (packet instanceof EnginePacket.Binary binary) {
            return "bytes " + List.of(boxed(binary.data()));
        }
        return packet instanceof EnginePacket.Text text ? "text " + text.text() : packet.toString();
    }

    private static Byte[] boxed(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            boxed[i] = bytes[i];
        }
        return boxed;
    }
}
