package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.AckTimeoutException;
import org.sockeye.Dispatch;
import org.sockeye.RemoteSocket;
import org.sockeye.Reply;
import org.sockeye.harness.Eventually;
import org.sockeye.internal.core.CoreSuite.Peer;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.spi.Flags;

/** Events and questions to the clients of several servers. */
class ClusterTest {

    abstract static class Suite extends ClusterSuite {

        Suite(Dispatch dispatch, CountingExecutor executor) {
            super(dispatch, executor);
        }

        @Nested
        class An_event {

            @Test
            void reaches_the_sockets_that_match_on_every_server() {
                a.server.to("red").emit("x", new byte[] {1, 2}, "y");
                b.server.except("red").emit("z");
                String event = "51-[\"x\",{\"_placeholder\":true,\"num\":0},\"y\"]";
                assertThat(a1.client().heard()).containsExactly(event, "<1 2>");
                assertThat(b1.client().heard()).containsExactly(event, "<1 2>");
                assertThat(b2.client().heard()).containsExactly("2[\"z\"]");
                assertThat(c1.client().heard()).containsExactly("2[\"z\"]");
            }

            @Test
            void is_sent_everywhere_as_the_flags_say() {
                a.server.to("red").asVolatile().compress(false).emit("x");
                assertThat(b1.client().sent()).extracting(Outgoing::flags).containsExactly(new Flags(true, false));
            }

            @Test
            void stays_on_this_server_if_it_is_local() {
                Peer a2 = a.connect("{}");
                a.server.local().emit("x", 1);
                a.server.of("/").local().emit("x", 2);
                a.server.to("red").local().except("none").emit("x", 3);
                a2.socket().broadcast().local().emit("x", 4);
                assertThat(a1.client().heard()).containsExactly("2[\"x\",1]", "2[\"x\",2]", "2[\"x\",3]", "2[\"x\",4]");
                assertThat(b1.client().heard()).isEmpty();
                assertThat(c1.client().heard()).isEmpty();
            }

            @Test
            void of_another_namespace_stays_there() {
                a.server.of("/other").emit("x");
                assertThat(b1.client().heard()).isEmpty();
            }
        }

        @Nested
        class Acknowledgements {

            @Test
            void come_from_all_servers() throws Exception {
                CompletionStage<List<Reply>> stage = a.server.to("red").emitWithAck("x", 1);
                assertThat(a1.client().heard()).containsExactly("20[\"x\",1]");
                assertThat(b1.client().heard()).containsExactly("20[\"x\",1]");
                b1.client().says("61-0[{\"_placeholder\":true,\"num\":0}]").says(new byte[] {7});
                settle();
                assertThat(stage.toCompletableFuture().isDone()).isFalse();
                a1.says("30[\"yes\"]");
                List<Reply> replies = result(stage);
                assertThat(replies.get(0).argument(0, byte[].class)).containsExactly(7);
                assertThat(replies.get(1).argument(0, String.class)).isEqualTo("yes");
            }

            @Test
            void that_came_by_the_deadline_are_in_the_exception() {
                CompletionStage<List<Reply>> stage =
                        a.server.timeout(Duration.ofSeconds(2)).emitWithAck("x");
                c1.says("30[\"c1\"]");
                a1.says("30[\"a1\"]");
                timer.advance(Duration.ofSeconds(2));
                AckTimeoutException late = failure(AckTimeoutException.class, stage);
                assertThat(texts(late.replies())).containsExactly("c1", "a1");
                assertThat(late).hasMessage("2 of 4 acknowledgements within 2000 ms");
                b1.says("30[\"late\"]");
                assertNothingIsKept();
            }

            @Test
            void are_not_waited_for_from_a_server_that_has_gone() throws Exception {
                CompletionStage<List<Reply>> stage = a.server.emitWithAck("x");
                b1.says("30[\"b1\"]");
                a1.says("30[\"a1\"]");
                c1.says("30[\"c1\"]");
                b.server.close();
                assertThat(texts(result(stage))).containsExactly("b1", "a1", "c1");
            }

            @Test
            void are_not_waited_for_from_a_server_that_goes_before_it_has_said_how_many_it_asks() throws Exception {
                broker.deafen("b");
                CompletionStage<List<Reply>> stage = a.server.to("red").emitWithAck("x");
                a1.says("30[\"a1\"]");
                settle();
                assertThat(stage.toCompletableFuture().isDone()).isFalse();
                b.server.close();
                assertThat(texts(result(stage))).containsExactly("a1");
            }

            @Test
            void are_missed_at_the_deadline_from_a_server_that_is_silent() {
                broker.deafen("c");
                CompletionStage<List<Reply>> stage = a.server.to("red").emitWithAck("x");
                a1.says("30[\"a1\"]");
                b1.says("30[\"b1\"]");
                timer.advance(a.server.config().ackTimeout());
                assertThat(texts(failure(AckTimeoutException.class, stage).replies()))
                        .containsExactly("a1", "b1");
                assertNothingIsKept();
            }

            @Test
            void are_those_of_this_server_if_the_question_is_local() throws Exception {
                CompletionStage<List<Reply>> stage = a.server.local().emitWithAck("x");
                a1.says("30[\"a1\"]");
                assertThat(texts(result(stage))).containsExactly("a1");
                assertThat(b1.client().heard()).isEmpty();
                assertNothingIsKept();
            }

            private void assertNothingIsKept() {
                settle();
                assertThat(broker.questions()).isZero();
                for (Peer peer : List.of(a1, b1, b2, c1)) {
                    assertThat(((CoreSocket) peer.socket()).acks().count()).isZero();
                }
            }
        }

        @Nested
        class One_line {

            @Test
            void says_who_is_in_a_room() {
                List<RemoteSocket> present =
                        a.server.in("red").fetchSockets().toCompletableFuture().join();
                assertThat(present)
                        .extracting(RemoteSocket::id)
                        .containsExactlyInAnyOrder(a1.socket().id(), b1.socket().id());
            }

            @Test
            void disconnects_a_user_everywhere() {
                a1.socket().join("user:5");
                b2.socket().join("user:5");
                c.server.in("user:5").disconnectSockets(true);
                assertThat(a1.client().isOpen()).isFalse();
                assertThat(b2.client().isOpen()).isFalse();
                assertThat(b1.client().isOpen()).isTrue();
            }

            @Test
            void asks_all_and_waits_two_seconds() throws Exception {
                CompletableFuture<List<String>> waiting = new CompletableFuture<>();
                new Thread(() -> {
                            List<Reply> votes = a.server
                                    .timeout(Duration.ofSeconds(2))
                                    .emitWithAck("vote")
                                    .toCompletableFuture()
                                    .join();
                            waiting.complete(texts(votes));
                        })
                        .start();
                Eventually.is(() -> !c1.client().heard().isEmpty());
                for (Peer peer : List.of(a1, b1, b2, c1)) {
                    peer.says("30[\"yes\"]");
                }
                assertThat(result(waiting)).containsExactly("yes", "yes", "yes", "yes");
            }
        }
    }

    @Nested
    class On_container_threads extends Suite {
        On_container_threads() {
            super(Dispatch.CONTAINER, new CountingExecutor());
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR, new CountingExecutor());
        }
    }

    @Nested
    class On_an_executor_with_one_thread extends Suite {
        On_an_executor_with_one_thread() {
            super(Dispatch.EXECUTOR, new CountingExecutor(Executors.newSingleThreadExecutor()));
        }
    }
}
