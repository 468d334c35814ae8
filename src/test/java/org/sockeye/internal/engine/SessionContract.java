package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.internal.protocol.Frame;

/** What holds for every open session, whatever carries it. */
abstract class SessionContract extends HeartbeatContract {

    @Nested
    class While_it_is_open {

        @Test
        void it_is_in_the_registry_once() {
            assertThat(fixture.server.sessionCount()).isOne();
            assertThat(fixture.server.session(session().sid())).contains(session());
        }

        @Test
        void whoever_looks_on_sees_what_goes_both_ways() {
            RecordingWatcher watcher = new RecordingWatcher();
            session().watch(watcher);
            client.send("4hi");
            send("hello");
            session().send(List.of(Frame.message(new byte[] {1, 2})));
            client.settle();
            assertThat(watcher.log)
                    .filteredOn(entry -> !entry.equals("drained"))
                    .containsExactly("in Text[text=hi]", "out Text[text=hello]", "out 2 bytes");
            assertThat(watcher.log).endsWith("drained");
        }

        @Test
        void whoever_looks_on_sees_heartbeats() {
            RecordingWatcher watcher = new RecordingWatcher();
            session().watch(watcher);
            fixture.timer.advance(EngineFixture.PING_INTERVAL);
            client.settle();
            client.send("3");
            assertThat(watcher.log).containsSubsequence("out Ping[data=]", "in PONG");
        }

        @Test
        void text_arrives_at_the_client_as_it_was() {
            send("hello", "€ 😀 \u0000", "");
            client.settle();
            assertThat(client.received).containsExactly("4hello", "4€ 😀 \u0000", "4");
        }

        @Test
        void what_is_queued_is_written_in_its_place_when_it_is_flushed() {
            session().queue(new Outgoing(List.of(Frame.message("a"))));
            session().queue(new Outgoing(List.of(Frame.message("b"))));
            assertThat(client.received).doesNotContain("4a", "4b");
            session().flush();
            client.settle();
            assertThat(client.received).containsExactly("4a", "4b");
        }

        @Test
        void bytes_arrive_at_the_client_as_they_were() {
            session().send(List.of(Frame.message("x"), Frame.message(new byte[] {1, 2, 3, 4}), Frame.message("y")));
            client.settle();
            assertThat(client.received).containsExactly("4x", "bAQIDBA==", "4y");
        }

        @Test
        void text_and_bytes_arrive_at_the_listener_in_order() {
            client.send("4one", "bAQIDBA==", "4€😀", "4");
            assertThat(fixture.events()).containsExactly("text one", "binary AQIDBA==", "text €😀", "text ");
        }

        @Test
        void what_a_listener_sends_while_it_is_called_arrives() {
            fixture.onText = (connection, text) -> connection.send(List.of(Frame.message(text)));
            client.send("4a", "4b", "4c");
            client.settle();
            assertThat(client.received).containsExactly("4a", "4b", "4c");
        }

        @Test
        void packets_that_mean_nothing_now_are_ignored() {
            client.send("6", "0{}", "5", "4still here");
            assertThat(fixture.events()).containsExactly("text still here");
            assertThat(client.isOver()).isFalse();
        }

        @Test
        void a_listener_that_meets_an_error_gets_the_next_packet_and_the_end() {
            fixture.onText = (connection, text) -> {
                if (text.equals("one")) {
                    throw new LinkageError("thrown by the test");
                }
            };
            assertThatThrownBy(() -> client.send("4one")).isInstanceOf(LinkageError.class);
            client.send("4two");
            session().closeNow(CloseReason.FORCED_CLOSE);
            assertThat(fixture.events()).containsExactly("text one", "text two", "closed forced close");
        }

        @Test
        void a_listener_that_throws_gets_the_next_packet() {
            fixture.onText = (connection, text) -> {
                throw new IllegalStateException("thrown by the test");
            };
            client.send("4one", "4two");
            assertThat(fixture.events()).containsExactly("text one", "text two");
        }

        @Test
        void frames_of_many_threads_arrive_once_whole_and_in_each_threads_order() throws InterruptedException {
            int threads = 4;
            int batches = EngineFixture.MAX_OUTBOX_PACKETS / threads / 2;
            CountDownLatch done = new CountDownLatch(threads);
            for (int t = 0; t < threads; t++) {
                String name = "t" + t + ".";
                new Thread(() -> {
                            for (int i = 0; i < batches; i++) {
                                send(name + i + "a", name + i + "b");
                            }
                            done.countDown();
                        })
                        .start();
            }
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            client.settle();
            for (int t = 0; t < threads; t++) {
                String name = "4t" + t + ".";
                assertThat(client.received.stream().filter(p -> p.startsWith(name)))
                        .containsExactlyElementsOf(IntStream.range(0, batches)
                                .boxed()
                                .flatMap(i -> List.of(name + i + "a", name + i + "b").stream())
                                .toList());
            }
            assertBatchesStayTogether();
        }

        private void assertBatchesStayTogether() {
            List<String> all = new ArrayList<>(client.received);
            for (int i = 0; i < all.size(); i += 2) {
                String first = all.get(i);
                assertThat(all.get(i + 1)).isEqualTo(first.substring(0, first.length() - 1) + "b");
            }
        }
    }

    @Nested
    class It_ends {

        @Test
        void when_a_packet_is_malformed_after_those_before_it() {
            client.send("4before", "abc", "4after");
            assertThat(fixture.events()).containsExactly("text before", "closed parse error");
            assertGone("parse error");
        }

        @Test
        void when_a_packet_is_empty() {
            client.send("");
            assertGone("parse error");
        }

        @Test
        void when_the_client_says_so() {
            client.send("4bye", "1", "4after");
            assertThat(fixture.events()).containsExactly("text bye", "closed transport close");
            assertThat(fixture.server.sessionCount()).isZero();
            assertThat(fixture.timer.pending()).isZero();
        }

        @Test
        void in_an_orderly_way_after_what_waits() {
            send("one", "two");
            session().close();
            send("dropped");
            client.settle();
            assertThat(client.received).startsWith("4one", "4two").doesNotContain("4dropped");
            assertGone("forced close");
        }

        @Test
        void in_an_orderly_way_once() {
            session().close();
            session().close();
            assertGone("forced close");
        }

        @Test
        void at_the_latest_thirty_seconds_after_an_orderly_close_that_the_client_does_not_take() {
            client.stall();
            send("never taken", "nor this");
            session().close();
            fixture.timer.advance(Duration.ofSeconds(30).minus(A_MOMENT));
            assertThat(fixture.events()).isEmpty();
            fixture.timer.advance(A_MOMENT);
            assertThat(fixture.events()).containsExactly("closed forced close");
            assertThat(fixture.server.sessionCount()).isZero();
            assertThat(fixture.timer.pending()).isZero();
        }

        @Test
        void at_once_for_a_reason_of_the_layer_above() {
            session().closeNow(CloseReason.PARSE_ERROR);
            assertGone("parse error");
        }

        @Test
        void when_the_server_does() {
            fixture.server.close();
            assertGone("server shutting down");
            fixture.server.close();
            assertGone("server shutting down");
        }

        @Test
        void once_however_many_say_so() throws InterruptedException {
            List<CloseReason> reasons = List.of(CloseReason.values());
            CountDownLatch done = new CountDownLatch(reasons.size());
            for (CloseReason reason : reasons) {
                new Thread(() -> {
                            session().closeNow(reason);
                            session().close();
                            done.countDown();
                        })
                        .start();
            }
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(fixture.events()).hasSize(1);
            assertThat(fixture.timer.pending()).isZero();
        }

        @Test
        void from_inside_the_listener_after_that_call() {
            fixture.onText = (connection, text) -> connection.closeNow(CloseReason.FORCED_CLOSE);
            client.send("4one", "4two");
            assertThat(fixture.events()).containsExactly("text one", "closed forced close");
            assertGone("forced close");
        }

        @Test
        void while_the_listener_is_busy_only_after_it_returns() throws InterruptedException {
            fixture.onText = (connection, text) -> {
                Thread other = new Thread(() -> connection.closeNow(CloseReason.FORCED_CLOSE));
                other.start();
                join(other);
            };
            client.send("4one", "4two");
            assertThat(fixture.events()).containsExactly("text one", "closed forced close");
            assertGone("forced close");
        }

        private void join(Thread thread) {
            try {
                thread.join(20_000);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        @Test
        void and_takes_nothing_afterwards() {
            session().closeNow(CloseReason.FORCED_CLOSE);
            send("late");
            client.send("4late");
            client.settle();
            assertThat(client.received).isEmpty();
            assertThat(fixture.events()).containsExactly("closed forced close");
            assertThat(session().isWritable()).isFalse();
        }
    }

    @Nested
    class It_is_writable {

        @Test
        void when_the_client_is_ready_and_nothing_waits() {
            assertThat(session().isWritable()).isTrue();
        }

        @Test
        void not_when_the_client_takes_nothing() {
            client.stall();
            send("one", "two");
            client.settle();
            assertThat(session().isWritable()).isFalse();
        }
    }
}
