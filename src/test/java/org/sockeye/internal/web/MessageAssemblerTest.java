package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.harness.CapturedLog;
import org.sockeye.internal.engine.Counters;
import org.sockeye.internal.engine.WebSocketLink;
import org.sockeye.internal.engine.WebSocketReceiver;

class MessageAssemblerTest {

    private static final int MAX = 12;

    private final Wire wire = new Wire();
    private final TextAssembler text = new TextAssembler(MAX, new Failures(), new Counters(), wire, wire);
    private final BinaryAssembler binary = new BinaryAssembler(MAX, new Failures(), new Counters(), wire, wire);

    @Test
    void pieces_become_one_message() {
        text.onMessage("4he", false);
        text.onMessage("ll", false);
        text.onMessage("o", true);
        text.onMessage("2", true);
        binary.onMessage(bytes(1, 2), false);
        binary.onMessage(bytes(3), true);
        binary.onMessage(bytes(4), true);
        assertThat(wire.log).containsExactly("text 4hello", "text 2", "binary 010203", "binary 04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefghijkl", "éééééé", "€€€€", "😀😀😀"})
    void a_text_of_just_the_largest_size_in_UTF_8_passes_whatever_its_pieces(String message) {
        assertThat(message.getBytes(StandardCharsets.UTF_8)).hasSize(MAX);
        for (int i = 0; i < message.length() - 1; i++) {
            text.onMessage(message.substring(i, i + 1), false);
        }
        text.onMessage(message.substring(message.length() - 1), true);
        assertThat(wire.log).containsExactly("text " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefghijklm", "éééééé1", "€€€€1", "😀😀😀1"})
    void a_text_that_is_one_byte_larger_closes_the_WebSocket_as_too_big(String message) {
        text.onMessage(message, true);
        assertThat(wire.log).containsExactly("close 1009", "failed Max payload size exceeded");
    }

    @Test
    void a_message_that_becomes_too_large_is_dropped_before_its_end() {
        text.onMessage("abcdefghijkl", false);
        text.onMessage("m", false);
        text.onMessage("n", false);
        text.onMessage("o", true);
        assertThat(wire.log).containsExactly("close 1009", "failed Max payload size exceeded");
    }

    @Test
    void the_count_starts_anew_with_each_message() {
        for (int i = 0; i < 3; i++) {
            binary.onMessage(bytes(1, 2, 3, 4, 5, 6), false);
            binary.onMessage(bytes(7, 8, 9, 10, 11, 12), true);
        }
        assertThat(wire.log).hasSize(3).allMatch(line -> line.startsWith("binary "));
    }

    @Test
    void what_the_receiver_throws_does_not_reach_the_container() {
        wire.failing = true;
        text.onMessage("4hello", true);
        assertThat(wire.log).containsExactly("failed on purpose");
    }

    @Test
    void what_the_receiver_throws_again_and_again_is_a_warning_once() {
        wire.failing = true;
        try (CapturedLog log = new CapturedLog("org.sockeye.web")) {
            text.onMessage("4hello", true);
            text.onMessage("4hello", true);
            assertThat(log.text(Level.WARNING)).containsOnlyOnce("could not be handled");
        }
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length);
        for (int value : values) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }

    /** Both ends of a WebSocket. */
    private static final class Wire implements WebSocketReceiver, WebSocketLink {
        final List<String> log = new ArrayList<>();
        /** Only used by the test's thread. */
        boolean failing;

        @Override
        public void text(String message) {
            if (failing) {
                throw new IllegalStateException("on purpose");
            }
            log.add("text " + message);
        }

        @Override
        public void binary(byte[] message) {
            StringBuilder line = new StringBuilder("binary ");
            for (byte b : message) {
                line.append(String.format("%02x", b));
            }
            log.add(line.toString());
        }

        @Override
        public void closed(int code, String reason) {
            log.add("closed " + code);
        }

        @Override
        public void failed(Throwable error) {
            log.add("failed " + error.getMessage());
        }

        @Override
        public void sendText(String message, Consumer<@Nullable Throwable> completion) {
            log.add("send " + message);
        }

        @Override
        public void sendBinary(byte[] data, Consumer<@Nullable Throwable> completion) {
            log.add("send " + data.length);
        }

        @Override
        public void close(int code, String reason) {
            log.add("close " + code);
        }
    }
}
