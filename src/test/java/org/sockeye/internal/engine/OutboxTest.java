package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.internal.protocol.Frame;

class OutboxTest {

    private static final int MAX_BYTES = 100;
    private static final int MAX_PACKETS = 10;

    private final Taking carrier = new Taking();
    private final AtomicInteger ended = new AtomicInteger();
    private final Outbox outbox = new Outbox(MAX_BYTES, MAX_PACKETS, carrier, ended::incrementAndGet);

    /** Takes one frame per call, or nothing while it is blocked. */
    private static final class Taking implements Carrier {
        private final AtomicBoolean inside = new AtomicBoolean();
        final AtomicBoolean blocked = new AtomicBoolean();
        final List<Frame> taken = new ArrayList<>();

        /** What others do while a call that found nothing has yet to return. */
        final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

        @Override
        public boolean isReady() {
            return !blocked.get();
        }

        @Override
        public boolean pump(Outbox outbox, boolean ending) {
            if (!inside.compareAndSet(false, true)) {
                throw new AssertionError("two writers at a time, or one inside of itself");
            }
            Frame frame = blocked.get() ? null : outbox.take();
            if (frame != null) {
                taken.add(frame);
                outbox.drain();
            }
            if (frame == null) {
                meanwhile.getAndSet(() -> {}).run();
            }
            inside.set(false);
            return frame == null && !blocked.get();
        }

        @Override
        public void close(CloseReason reason) {}
    }

    private static List<Frame> frames(int count, int size) {
        return Collections.nCopies(count, Frame.message(new byte[size]));
    }

    @Nested
    class Its_bounds {

        @Test
        void are_a_number_of_packets() {
            assertThat(outbox.offer(frames(MAX_PACKETS, 1))).isTrue();
            assertThat(outbox.offer(frames(1, 0))).isFalse();
        }

        @Test
        void are_a_number_of_bytes() {
            assertThat(outbox.offer(frames(2, MAX_BYTES / 2))).isTrue();
            assertThat(outbox.offer(frames(1, 1))).isFalse();
            assertThat(outbox.offer(frames(1, 0))).isTrue();
        }

        @Test
        void let_in_all_frames_of_a_call_or_none() {
            assertThat(outbox.offer(frames(2, MAX_BYTES - 1))).isFalse();
            assertThat(outbox.isEmpty()).isTrue();
        }

        @Test
        void count_what_waits_and_not_what_was_taken() {
            for (int i = 0; i < 5 * MAX_PACKETS; i++) {
                assertThat(outbox.offer(frames(1, MAX_BYTES))).isTrue();
                outbox.drain();
            }
            assertThat(carrier.taken).hasSize(5 * MAX_PACKETS);
        }

        @Test
        void are_free_again_after_a_batch_was_taken() {
            outbox.offer(frames(MAX_PACKETS, 10));
            assertThat(outbox.take(1000, Frame::size)).hasSize(MAX_PACKETS);
            assertThat(outbox.offer(frames(MAX_PACKETS, 10))).isTrue();
        }
    }

    @Nested
    class A_batch {

        @Test
        void holds_what_fits() {
            outbox.offer(frames(5, 10));
            assertThat(outbox.take(39, Frame::size)).hasSize(3);
            assertThat(outbox.take(40, Frame::size)).hasSize(2);
            assertThat(outbox.take(40, Frame::size)).isEmpty();
        }

        @Test
        void holds_one_frame_whatever_its_size() {
            outbox.offer(frames(2, 50));
            assertThat(outbox.take(1, Frame::size)).hasSize(1);
        }
    }

    @Nested
    class An_outbox_that_ends {

        @Test
        void says_so_when_nothing_waits() {
            outbox.end();
            assertThat(ended).hasValue(1);
        }

        @Test
        void says_so_after_what_waits_and_takes_nothing_more() {
            carrier.blocked.set(true);
            outbox.offer(frames(3, 1));
            outbox.end();
            assertThat(outbox.offer(frames(1, 1))).isTrue();
            assertThat(ended).hasValue(0);
            carrier.blocked.set(false);
            outbox.drain();
            assertThat(carrier.taken).hasSize(3);
            assertThat(ended.get()).isPositive();
        }

        @Test
        void has_written_what_was_offered_while_the_carrier_found_nothing() {
            List<Integer> takenAtTheEnd = new ArrayList<>();
            Outbox ending = new Outbox(MAX_BYTES, MAX_PACKETS, carrier, () -> takenAtTheEnd.add(carrier.taken.size()));
            carrier.meanwhile.set(() -> {
                ending.offer(frames(1, 1));
                ending.end();
            });
            ending.drain();
            assertThat(takenAtTheEnd).isNotEmpty().containsOnly(1);
        }
    }

    @Nested
    class A_closed_outbox {

        @Test
        void has_forgotten_what_waited_and_takes_nothing_more() {
            outbox.offer(frames(3, 1));
            outbox.close();
            outbox.offer(frames(3, 1));
            outbox.drain();
            assertThat(carrier.taken).isEmpty();
        }
    }

    @Test
    void a_carrier_that_completes_inside_the_call_does_not_deepen_the_stack() {
        int many = 200_000;
        Outbox large = new Outbox(Integer.MAX_VALUE, many, carrier, () -> {});
        large.offer(frames(many, 1));
        large.drain();
        assertThat(carrier.taken).hasSize(many);
    }

    @Test
    void the_next_carrier_gets_what_waits() {
        carrier.blocked.set(true);
        outbox.offer(frames(3, 1));
        outbox.drain();
        Taking next = new Taking();
        outbox.switchTo(next);
        assertThat(next.taken).hasSize(3);
        assertThat(outbox.carrier()).isSameAs(next);
    }

    @Test
    void many_threads_have_one_writer() throws InterruptedException {
        int threads = 8;
        int each = 5_000;
        Outbox large = new Outbox(Integer.MAX_VALUE, Integer.MAX_VALUE, carrier, () -> {});
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            int thread = t;
            new Thread(() -> {
                        for (int i = 0; i < each; i++) {
                            large.offer(List.of(Frame.message(thread + ":" + i)));
                            large.drain();
                        }
                        done.countDown();
                    })
                    .start();
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        int[] next = new int[threads];
        for (Frame frame : carrier.taken) {
            String[] parts = ((Frame.Text) frame).wire().substring(1).split(":", -1);
            int thread = Integer.parseInt(parts[0]);
            assertThat(Integer.parseInt(parts[1])).isEqualTo(next[thread]++);
        }
        assertThat(next).containsOnly(each);
    }
}
