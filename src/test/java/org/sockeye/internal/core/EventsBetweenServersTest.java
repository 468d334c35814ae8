package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.AckTimeoutException;
import org.sockeye.Dispatch;
import org.sockeye.Reply;
import org.sockeye.ServerSideListener;

/** What servers tell and ask each other. */
class EventsBetweenServersTest {

    abstract static class Suite extends ClusterSuite {

        Suite(Dispatch dispatch, CountingExecutor executor) {
            super(dispatch, executor);
        }

        @Nested
        class Events_between_servers {

            @Test
            void reach_the_other_servers_in_order_and_neither_this_one_nor_clients() throws Exception {
                for (Node node : List.of(a, b, c)) {
                    node.server.on(
                            "x",
                            event -> log.add(node.name
                                    + event.argument(0, int.class)
                                    + event.count()
                                    + event.answer("unasked")));
                    node.server.of("/other").on("x", event -> log.add(node.name + "/other"));
                }
                a.server.serverSideEmit("x", 1, new byte[] {1});
                settle();
                a.server.serverSideEmit("x", 2, new byte[] {1});
                a.server.serverSideEmit("unheard");
                settle();
                assertThat(log).containsExactlyInAnyOrder("b12false", "c12false", "b22false", "c22false");
                assertThat(b1.client().heard()).isEmpty();
                log.clear();
                b.server.of("/other").serverSideEmit("x");
                settle();
                assertThat(log).containsExactlyInAnyOrder("a/other", "c/other");
            }

            @Test
            void are_answered_once_by_each() throws Exception {
                for (Node node : List.of(b, c)) {
                    node.server.on("x", event -> log.add("first " + event.answer(node.name, new byte[] {1})));
                    node.server.on("x", event -> log.add("second " + event.answer("no")));
                }
                List<Reply> replies = result(a.server.serverSideEmitWithAck("x"));
                assertThat(texts(replies)).containsExactlyInAnyOrder("b", "c");
                assertThat(replies.get(0).argument(1, byte[].class)).containsExactly(1);
                settle();
                assertThat(log).containsExactlyInAnyOrder("first true", "second false", "first true", "second false");
            }

            @Test
            void that_are_not_all_answered_by_the_deadline_fail_with_the_answers_that_came() {
                b.server.on("x", event -> event.answer("b"));
                CompletionStage<List<Reply>> stage = a.server.of("/").serverSideEmitWithAck("x");
                settle();
                timer.advance(a.server.config().ackTimeout());
                assertThat(texts(failure(AckTimeoutException.class, stage).replies()))
                        .containsExactly("b");
            }

            @Test
            void are_not_heard_by_who_was_taken_out() {
                ServerSideListener listener = event -> log.add("heard");
                b.server.on("x", listener).on("x", listener).off("x", listener).off("unknown", listener);
                a.server.serverSideEmit("x");
                settle();
                assertThat(log).containsExactly("heard");
                b.server.off("x", listener);
                a.server.serverSideEmit("x");
                settle();
                assertThat(log).containsExactly("heard");
            }

            @Test
            void whose_listener_throws_are_told_to_the_error_listeners_and_to_the_other_listeners() {
                b.server.onError(error ->
                        log.add(error.event() + error.kind() + error.cause().getMessage()));
                b.server.on("x", event -> {
                    throw new IOException("no");
                });
                b.server.on("x", event -> log.add("other"));
                a.server.serverSideEmit("x");
                settle();
                assertThat(log).containsExactly("xLISTENERno", "other");
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
