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
import org.sockeye.OutboxPolicy;
import org.sockeye.internal.engine.Outbox.Outcome;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.spi.Flags;

class OutboxTest {

    private static final int MAX_BYTES = 100;
    private static final int MAX_PACKETS = 10;
    private static final OutboxLimits LIMITS = new OutboxLimits(MAX_BYTES, MAX_PACKETS, OutboxPolicy.CLOSE);

    private final Taking carrier = new Taking();
    private final AtomicInteger ended = new AtomicInteger();
    private final Outbox outbox = outbox(OutboxPolicy.CLOSE);

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

    private Outbox outbox(OutboxPolicy policy) {
        return new Outbox(new OutboxLimits(MAX_BYTES, MAX_PACKETS, policy), carrier, ended::incrementAndGet);
    }

    /** A message of two frames, with bytes that tell it from others. */
    private static Outgoing numbered(int number, boolean isVolatile) {
        Frame frame = Frame.message(new byte[] {(byte) number});
        return new Outgoing(List.of(frame, frame), new Flags(isVolatile, true));
    }

    private static List<Integer> numbers(List<Frame> frames) {
        return frames.stream()
                .map(frame -> (int) ((Frame.Binary) frame).data()[0])
                .toList();
    }

    private static Outgoing frames(int count, int size) {
        return new Outgoing(Collections.nCopies(count, Frame.message(new byte[size])));
    }

    private static Outgoing frames(int count, int size, Flags flags) {
        return new Outgoing(frames(count, size).frames(), flags);
    }

    @Nested
    class Its_bounds {

        @Test
        void are_a_number_of_packets() {
            assertThat(outbox.offer(frames(MAX_PACKETS, 1))).isEqualTo(Outcome.TAKEN);
            assertThat(outbox.offer(frames(1, 0))).isEqualTo(Outcome.TOO_MANY_PACKETS);
        }

        @Test
        void are_a_number_of_bytes() {
            assertThat(outbox.offer(frames(2, MAX_BYTES / 2))).isEqualTo(Outcome.TAKEN);
            assertThat(outbox.offer(frames(1, 0))).isEqualTo(Outcome.TAKEN);
            assertThat(outbox.offer(frames(1, 1))).isEqualTo(Outcome.TOO_MANY_BYTES);
        }

        @Test
        void once_met_let_nothing_in_that_would_follow_a_gap() {
            assertThat(outbox.overrun()).isNull();
            outbox.offer(frames(1, MAX_BYTES + 1));
            assertThat(outbox.offer(frames(1, 1))).isEqualTo(Outcome.TAKEN);
            assertThat(outbox.isEmpty()).isTrue();
            assertThat(outbox.overrun()).isEqualTo(Outcome.TOO_MANY_BYTES);
        }

        @Test
        void let_in_all_frames_of_a_call_or_none() {
            assertThat(outbox.offer(frames(2, MAX_BYTES - 1))).isEqualTo(Outcome.TOO_MANY_BYTES);
            assertThat(outbox.isEmpty()).isTrue();
        }

        @Test
        void count_what_waits_and_not_what_was_taken() {
            for (int i = 0; i < 5 * MAX_PACKETS; i++) {
                assertThat(outbox.offer(frames(1, MAX_BYTES))).isEqualTo(Outcome.TAKEN);
                outbox.drain();
            }
            assertThat(carrier.taken).hasSize(5 * MAX_PACKETS);
        }

        @Test
        void are_free_again_after_a_batch_was_taken() {
            outbox.offer(frames(MAX_PACKETS, 10));
            assertThat(outbox.take(1000, Frame::size).frames()).hasSize(MAX_PACKETS);
            assertThat(outbox.offer(frames(MAX_PACKETS, 10))).isEqualTo(Outcome.TAKEN);
        }
    }

    @Nested
    class A_batch {

        @Test
        void holds_what_fits() {
            outbox.offer(frames(5, 10));
            assertThat(outbox.take(39, Frame::size).frames()).hasSize(3);
            assertThat(outbox.take(40, Frame::size).frames()).hasSize(2);
            assertThat(outbox.take(40, Frame::size).frames()).isEmpty();
        }

        @Test
        void holds_one_frame_whatever_its_size() {
            outbox.offer(frames(2, 50));
            assertThat(outbox.take(1, Frame::size).frames()).hasSize(1);
        }
    }

    @Nested
    class A_volatile_message {

        @Test
        void is_taken_when_it_can_be_written_at_once() {
            assertThat(outbox.offer(numbered(1, true))).isEqualTo(Outcome.TAKEN);
        }

        @Test
        void is_dropped_while_nothing_can_be_written() {
            carrier.blocked.set(true);
            assertThat(outbox.offer(numbered(1, true))).isEqualTo(Outcome.DROPPED);
            assertThat(outbox.isEmpty()).isTrue();
        }

        @Test
        void is_dropped_behind_what_waits() {
            outbox.offer(numbered(1, false));
            assertThat(outbox.offer(numbered(2, true))).isEqualTo(Outcome.DROPPED);
        }

        @Test
        void is_dropped_when_there_is_no_room_for_it_at_all() {
            Outgoing large = new Outgoing(List.of(Frame.message(new byte[MAX_BYTES + 1])), new Flags(true, true));
            assertThat(outbox.offer(large)).isEqualTo(Outcome.DROPPED);
        }
    }

    @Nested
    class With_the_policy_to_drop_volatile_messages {

        private final Outbox dropping = outbox(OutboxPolicy.DROP_VOLATILE);

        private List<Integer> waiting() {
            return numbers(dropping.take(1000, Frame::size).frames());
        }

        @Test
        void one_waits_as_any_other() {
            carrier.blocked.set(true);
            dropping.offer(numbered(1, false));
            assertThat(dropping.offer(numbered(2, true))).isEqualTo(Outcome.TAKEN);
            assertThat(waiting()).containsExactly(1, 1, 2, 2);
        }

        @Test
        void the_oldest_are_dropped_to_make_room_whole_and_no_more_than_must() {
            for (int i = 0; i < MAX_PACKETS / 2; i++) {
                dropping.offer(numbered(i, i % 2 == 1));
            }
            assertThat(dropping.offer(numbered(9, false))).isEqualTo(Outcome.TAKEN);
            assertThat(waiting()).containsExactly(0, 0, 2, 2, 3, 3, 4, 4, 9, 9);
        }

        @Test
        void one_of_which_a_frame_was_taken_is_kept() {
            for (int i = 0; i < MAX_PACKETS / 2; i++) {
                dropping.offer(numbered(i, i < 2));
            }
            dropping.take();
            assertThat(dropping.offer(numbered(9, false))).isEqualTo(Outcome.TAKEN);
            assertThat(waiting()).containsExactly(0, 2, 2, 3, 3, 4, 4, 9, 9);
        }

        @Test
        void a_message_that_fits_no_more_when_all_are_dropped_is_too_much() {
            dropping.offer(numbered(1, true));
            dropping.offer(new Outgoing(List.of(Frame.message(new byte[60]))));
            dropping.offer(numbered(2, true));
            assertThat(dropping.offer(new Outgoing(List.of(Frame.message(new byte[60])))))
                    .isEqualTo(Outcome.TOO_MANY_BYTES);
        }

        @Test
        void a_volatile_one_that_finds_no_room_is_dropped_itself() {
            dropping.offer(frames(MAX_PACKETS, 1));
            assertThat(dropping.offer(numbered(1, true))).isEqualTo(Outcome.DROPPED);
        }

        @Test
        void bytes_are_counted_right_after_any_number_were_dropped() {
            for (int i = 0; i < 1000; i++) {
                assertThat(dropping.offer(frames(1, 30, new Flags(i % 3 > 0, true))))
                        .isIn(Outcome.TAKEN, Outcome.DROPPED);
                if (i % 2 == 0) {
                    dropping.take();
                }
            }
            dropping.take(10_000, Frame::size);
            assertThat(dropping.offer(frames(1, MAX_BYTES))).isEqualTo(Outcome.TAKEN);
            assertThat(dropping.offer(frames(1, 1))).isEqualTo(Outcome.TOO_MANY_BYTES);
        }
    }

    @Nested
    class A_batch_with_a_message_that_is_not_to_be_compressed {

        @Test
        void is_not_compressed() {
            outbox.offer(numbered(1, false));
            outbox.offer(frames(2, 1, new Flags(false, false)));
            outbox.offer(numbered(3, false));
            assertThat(outbox.take(1, Frame::size).compress()).isTrue();
            assertThat(outbox.take(2, Frame::size).compress()).isFalse();
            outbox.take();
            assertThat(outbox.take(9, Frame::size).compress()).isTrue();
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
            assertThat(outbox.offer(frames(1, 1))).isEqualTo(Outcome.TAKEN);
            assertThat(ended).hasValue(0);
            carrier.blocked.set(false);
            outbox.drain();
            assertThat(carrier.taken).hasSize(3);
            assertThat(ended.get()).isPositive();
        }

        @Test
        void has_written_what_was_offered_while_the_carrier_found_nothing() {
            List<Integer> takenAtTheEnd = new ArrayList<>();
            Outbox ending = new Outbox(LIMITS, carrier, () -> takenAtTheEnd.add(carrier.taken.size()));
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
        Outbox large = new Outbox(new OutboxLimits(Integer.MAX_VALUE, many, OutboxPolicy.CLOSE), carrier, () -> {});
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
        Outbox large = new Outbox(
                new OutboxLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, OutboxPolicy.CLOSE), carrier, () -> {});
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            int thread = t;
            new Thread(() -> {
                        for (int i = 0; i < each; i++) {
                            large.offer(new Outgoing(List.of(Frame.message(thread + ":" + i))));
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

    @Test
    void whoever_looks_on_is_told_of_a_message_before_it_is_told_that_none_waits() {
        RecordingWatcher watcher = new RecordingWatcher();
        outbox.watch(new Watching(watcher));
        outbox.offer(frames(1, 3));
        assertThat(watcher.log).isEmpty();
        outbox.drain();
        assertThat(watcher.log).containsExactly("out 3 bytes", "drained");
    }

    @Test
    void whoever_looks_on_is_not_told_of_a_message_that_did_not_fit() {
        RecordingWatcher watcher = new RecordingWatcher();
        Watching watching = new Watching(watcher);
        outbox.watch(watching);
        carrier.blocked.set(true);
        outbox.offer(frames(MAX_PACKETS, 1));
        outbox.offer(frames(1, 1));
        outbox.offer(frames(1, 1));
        watching.tell();
        assertThat(watcher.log).hasSize(MAX_PACKETS).containsOnly("out 1 bytes");
    }
}
