package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.internal.engine.ManualTimer;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Selector;

class RecoveryLogTest {

    private static final Duration AGE = Duration.ofMinutes(2);

    private final ManualTimer timer = new ManualTimer();
    private final RecoveryLog log = new RecoveryLog(5, 10_000, AGE, timer);

    private static EventPacket event(String name) {
        return new EventPacket("/", List.of("\"" + name + "\""), List.of(), OptionalLong.empty());
    }

    private String add(EventPacket event, Selector selector) {
        return addMarked(log.mark(event), selector).offset();
    }

    private RecoveryLog.Mark addMarked(EventPacket marked, Selector selector) {
        return log.add(marked, selector, new Outgoing(frames(marked)));
    }

    private static List<Frame> frames(EventPacket packet) {
        return Stream.concat(
                        packet.data().stream().map(Frame::message),
                        packet.attachments().stream().map(Frame::message))
                .toList();
    }

    private String add(String name, Selector selector) {
        return add(event(name), selector);
    }

    private String add(String name) {
        return add(name, Selector.everyone());
    }

    private Optional<List<String>> since(long place, String... rooms) {
        return log.since(place, "/", Set.of(rooms)).map(kept -> kept.stream()
                .map(one -> ((Frame.Text) one.message().frames().get(0)).wire().replaceAll("[4\"]", ""))
                .toList());
    }

    /** Where somebody goes on who connected first and was there all the time, if an event that was for him came after what he has read. */
    private OptionalLong after(@Nullable String offset) {
        return log.goesOnAfter(new Reading(0, new RecoveryLog.Mark(100, "another"), 100), offset);
    }

    @Nested
    class An_offset {

        @Test
        void is_the_events_own_and_not_among_its_data() {
            EventPacket marked = log.mark(event("a"));
            assertThat(marked.data()).containsExactly("\"a\"");
            assertThat(marked.offset())
                    .isPresent()
                    .isNotEqualTo(log.mark(event("a")).offset());
        }

        @Test
        void stands_for_the_place_of_its_event_whichever_was_encoded_first() {
            EventPacket first = log.mark(event("a"));
            EventPacket second = log.mark(event("b"));
            addMarked(second, Selector.everyone());
            addMarked(first, Selector.everyone());
            assertThat(after(second.offset().orElseThrow())).hasValue(1);
            assertThat(after(first.offset().orElseThrow())).hasValue(2);
            assertThat(log.last()).isEqualTo(2);
        }

        @Test
        void that_is_missing_stands_for_the_connection() {
            add("a");
            assertThat(log.goesOnAfter(new Reading(1, new RecoveryLog.Mark(2, "x"), 2), null))
                    .hasValue(1);
        }

        @Test
        void that_another_log_gave_is_unknown() {
            RecoveryLog another = new RecoveryLog(5, 10_000, AGE, timer);
            add("a");
            assertThat(after(another.mark(event("a")).offset().orElseThrow())).isEmpty();
        }

        @Test
        void that_was_never_given_is_unknown() {
            String a = add("a");
            String mark = a.substring(0, a.length() - 1);
            assertThat(List.of(
                            "", "hello", mark, mark + "2", mark + "0", mark + "-1", mark + "é", mark + "1".repeat(30)))
                    .allSatisfy(unknown -> assertThat(after(unknown)).isEmpty());
        }

        @Test
        void that_is_gone_is_one_from_before_the_connection_if_all_since_then_is_here() {
            String gone = add("a");
            List.of("b", "c", "d", "e", "f").forEach(RecoveryLogTest.this::add);
            assertThat(after(gone)).isEmpty();
            assertThat(log.goesOnAfter(new Reading(1, new RecoveryLog.Mark(3, "c"), 6), gone))
                    .hasValue(1);
        }

        @Test
        void that_is_gone_is_known_if_it_is_the_last_that_was_for_the_client() {
            RecoveryLog.Mark gone = addMarked(log.mark(event("a")), Selector.everyone());
            timer.advance(AGE.multipliedBy(2));
            add("b");
            assertThat(log.goesOnAfter(new Reading(0, gone, 1), gone.offset())).hasValue(1);
        }
    }

    @Nested
    class What_was_missed {

        @Test
        void is_what_came_later_in_order() {
            add("a");
            add("b");
            add("c");
            assertThat(since(1)).hasValue(List.of("b", "c"));
            assertThat(since(0)).hasValue(List.of("a", "b", "c"));
            assertThat(since(3)).hasValue(List.of());
        }

        @Test
        void is_what_was_for_everyone_or_for_one_of_the_rooms() {
            add("everyone");
            add("mine", Selector.everyone().to("x", "mine"));
            add("theirs", Selector.everyone().to("theirs"));
            assertThat(since(0, "id", "mine")).hasValue(List.of("everyone", "mine"));
        }

        @Test
        void is_nothing_that_one_of_the_rooms_was_excepted_from() {
            add("others", Selector.everyone().without("id"));
            add("both", Selector.everyone().to("mine").without("bad"));
            assertThat(since(0, "id", "mine")).hasValue(List.of("both"));
            assertThat(since(0, "id", "mine", "bad")).hasValue(List.of());
        }

        @Test
        void is_of_one_namespace() {
            add(new EventPacket("/other", List.of("\"a\""), List.of(), OptionalLong.empty()), Selector.everyone());
            assertThat(since(0)).hasValue(List.of());
            assertThat(log.since(0, "/other", Set.of()).orElseThrow()).hasSize(1);
        }
    }

    @Nested
    class The_oldest_goes_first {

        @Test
        void when_there_are_too_many() {
            List.of("a", "b", "c", "d", "e", "f").forEach(RecoveryLogTest.this::add);
            assertThat(since(0)).isEmpty();
            assertThat(since(1)).hasValue(List.of("b", "c", "d", "e", "f"));
        }

        @Test
        void when_they_are_too_large() {
            add("a".repeat(5_000));
            add("b".repeat(4_000));
            assertThat(since(0)).isPresent();
            add("c".repeat(4_000));
            assertThat(since(0)).isEmpty();
            assertThat(since(1).orElseThrow()).hasSize(2);
        }

        @Test
        void and_one_that_is_larger_than_all_may_be_is_not_kept() {
            add("a");
            add("b".repeat(20_000));
            assertThat(since(0)).isEmpty();
            assertThat(since(1)).isEmpty();
            assertThat(since(2)).hasValue(List.of());
        }

        @Test
        void and_attachments_count() {
            EventPacket large = new EventPacket("/", List.of("\"a\""), List.of(new byte[20_000]), OptionalLong.empty());
            add(large, Selector.everyone());
            assertThat(since(0)).isEmpty();
        }

        @Test
        void when_they_are_too_old_without_anything_else_happening() {
            add("a");
            timer.advance(AGE.dividedBy(2));
            add("b");
            timer.advance(AGE.dividedBy(2));
            assertThat(since(0)).isEmpty();
            assertThat(since(1)).hasValue(List.of("b"));
            timer.advance(AGE.dividedBy(2));
            assertThat(since(1)).isEmpty();
            assertThat(timer.pending()).isZero();
        }
    }

    @Test
    void keeps_one_task_in_the_timer_and_none_after_its_end() {
        add("a");
        add("b");
        assertThat(timer.pending()).isOne();
        log.end();
        add("c");
        assertThat(timer.pending()).isZero();
    }
}
