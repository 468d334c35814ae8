package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;

class EventLaneTest {

    abstract static class Suite {

        final List<String> log = Collections.synchronizedList(new ArrayList<>());
        final CompletableFuture<String> stage = new CompletableFuture<>();
        final CountingExecutor executor = new CountingExecutor();
        final EventLane lane;

        Suite(Dispatch dispatch) {
            lane = new EventLane(new Dispatcher(Suite.class.getClassLoader(), executor, dispatch), 100);
        }

        @AfterEach
        void endThreads() {
            executor.close();
        }

        List<String> log() throws InterruptedException {
            executor.awaitIdle();
            return List.copyOf(log);
        }

        @Test
        void a_hold_lets_nothing_run_until_its_stage_completes() throws InterruptedException {
            lane.read(() -> lane.hold(stage, (value, failure) -> log.add(value + failure)));
            lane.read(() -> log.add("read"));
            lane.add(() -> log.add("added"));
            assertThat(log()).isEmpty();
            stage.complete("yes");
            assertThat(log()).containsExactly("yesnull", "read", "added");
            lane.read(() -> log.add("later"));
            assertThat(log()).hasSize(4);
        }

        @Test
        void a_stage_that_fails_says_so() throws InterruptedException {
            lane.read(() -> lane.hold(stage, (value, failure) -> log.add(value + ", " + failure)));
            lane.read(() -> log.add("read"));
            stage.completeExceptionally(new IllegalStateException("no"));
            assertThat(log()).containsExactly("null, java.lang.IllegalStateException: no", "read");
        }

        @Test
        void a_stage_that_is_complete_holds_nothing_up() throws InterruptedException {
            stage.complete("yes");
            lane.read(() -> {
                lane.hold(stage, (value, failure) -> log.add(value));
                log.add("end of the task");
            });
            lane.read(() -> log.add("read"));
            assertThat(log()).containsExactly("end of the task", "yes", "read");
        }

        @Test
        void what_follows_a_hold_may_hold_again() throws InterruptedException {
            CompletableFuture<String> second = new CompletableFuture<>();
            lane.read(() -> lane.hold(stage, (v, f) -> lane.hold(second, (value, failure) -> log.add(value))));
            lane.read(() -> log.add("read"));
            stage.complete("yes");
            assertThat(log()).isEmpty();
            second.complete("yes again");
            assertThat(log()).containsExactly("yes again", "read");
        }

        @Test
        void very_many_holds_one_after_the_other_are_no_deep_stack() throws InterruptedException {
            stage.complete("yes");
            lane.read(() -> holdAgain(100_000));
            assertThat(log()).containsExactly("done");
        }

        private void holdAgain(int times) {
            lane.hold(stage, (value, failure) -> {
                if (times == 0) {
                    log.add("done");
                } else {
                    holdAgain(times - 1);
                }
            });
        }

        @Test
        void a_hold_ends_with_the_lane_and_what_would_follow_it_does_not_run() throws InterruptedException {
            lane.read(() -> lane.hold(stage, (value, failure) -> log.add("unwanted")));
            lane.add(() -> log.add("disconnected"));
            executor.awaitIdle();
            lane.end();
            assertThat(log()).containsExactly("disconnected");
            stage.complete("late");
            assertThat(log()).containsExactly("disconnected");
        }

        @Test
        void once_the_lane_has_ended_only_what_is_decided_counts() throws InterruptedException {
            lane.end();
            lane.read(() -> lane.hold(stage, (value, failure) -> log.add("unwanted")));
            lane.read(() -> lane.hold(CompletableFuture.completedFuture("yes"), (value, failure) -> log.add(value)));
            lane.read(() -> log.add("read"));
            assertThat(log()).containsExactly("yes", "read");
        }

        @Test
        void what_waits_behind_a_hold_is_bounded() {
            lane.read(() -> lane.hold(stage, (value, failure) -> log.add(value)));
            assertThat(IntStream.range(0, 100).allMatch(i -> lane.offer(() -> log.add("event"))))
                    .isTrue();
            assertThat(lane.offer(() -> log.add("one more"))).isFalse();
        }

        @Test
        void order_is_kept_however_stages_complete() throws InterruptedException {
            CountDownLatch done = new CountDownLatch(1);
            for (int i = 0; i < 2_000; i++) {
                String number = String.valueOf(i);
                CompletableFuture<String> next = new CompletableFuture<>();
                lane.read(() -> lane.hold(next, (value, failure) -> log.add(value)));
                executor.execute(() -> next.complete(number));
            }
            lane.read(done::countDown);
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(log())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 2_000).mapToObj(String::valueOf).toList());
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR);
        }
    }

    @Nested
    class On_the_containers_threads extends Suite {
        On_the_containers_threads() {
            super(Dispatch.CONTAINER);
        }
    }
}
