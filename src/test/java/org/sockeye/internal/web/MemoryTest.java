package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockeye.internal.engine.Counters;
import org.sockeye.internal.engine.WebSocketLink;
import org.sockeye.internal.engine.WebSocketReceiver;
import org.sockeye.internal.protocol.EngineCodec;
import org.sockeye.internal.protocol.MalformedPacketException;
import org.sockeye.internal.protocol.Payload;
import org.sockeye.internal.protocol.SocketPacketDecoder;

/** CVE-2020-36049: what a message takes of memory, all that is thrown away again included, is in proportion to its size. */
class MemoryTest {

    private static final int SIZE = 1_000_000;

    /** Where each byte is a packet or a number of its own, with an object for it. */
    private static final int MANY = 120;

    private static final int FEW = 30;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static void assertAllocates(int timesItsSize, Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThan((long) timesItsSize * SIZE);
    }

    @Test
    void a_text_packet_takes_a_few_times_its_size() {
        for (String part : new String[] {"1,", "\"\\u0000\",", "[],", "{\"_placeholder\":true},"}) {
            String packet = "2[\"a\"," + part.repeat((SIZE - 8) / part.length()) + "1]";
            assertAllocates(FEW, () -> decode(packet));
        }
    }

    private static void decode(String packet) {
        try {
            assertThat(new SocketPacketDecoder(10, SIZE).add(packet)).isNotNull();
        } catch (MalformedPacketException malformed) {
            throw new AssertionError(malformed);
        }
    }

    @Test
    void a_payload_of_revision_4_takes_a_few_times_its_size() {
        EngineCodec codec = EngineCodec.revision4(Integer.MAX_VALUE, false);
        Payload payload = Payload.text("4\u001e".repeat(SIZE / 2) + "4");
        assertAllocates(MANY, () -> codec.payloads().decode(payload, packet -> true));
    }

    @Test
    void a_payload_of_revision_3_takes_a_few_times_its_size() {
        EngineCodec codec = EngineCodec.revision3(Integer.MAX_VALUE, false);
        Payload payload = Payload.text("1:4".repeat(SIZE / 3));
        assertAllocates(MANY, () -> codec.payloads().decode(payload, packet -> true));
    }

    @Test
    void a_message_of_tiny_fragments_takes_a_few_times_its_size() {
        TextAssembler assembler = new TextAssembler(SIZE, new Failures(), new Counters(), NOBODY, NOWHERE);
        assertAllocates(FEW, () -> {
            for (int i = 1; i < SIZE; i++) {
                assembler.onMessage("x", false);
            }
            assembler.onMessage("x", true);
        });
    }

    private static final WebSocketReceiver NOBODY = new WebSocketReceiver() {
        @Override
        public void text(String message) {
            assertThat(message).hasSize(SIZE);
        }

        @Override
        public void binary(byte[] message) {}

        @Override
        public void closed(int code, String reason) {}

        @Override
        public void failed(Throwable error) {
            throw new AssertionError(error);
        }
    };

    private static final WebSocketLink NOWHERE = new WebSocketLink() {
        @Override
        public void sendText(String text, Consumer<@Nullable Throwable> completion) {}

        @Override
        public void sendBinary(byte[] data, Consumer<@Nullable Throwable> completion) {}

        @Override
        public void close(int code, String reason) {}
    };
}
