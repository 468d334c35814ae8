package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.AckTimeoutException;
import org.sockeye.Dispatch;
import org.sockeye.Reply;
import org.sockeye.spi.Adapter;
import org.sockeye.spi.Answers;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Flags;
import org.sockeye.spi.LocalSockets;
import org.sockeye.spi.Selector;
import org.sockeye.spi.SocketDetails;

/** What is expected of an adapter, and what happens when it does not work. */
class AdapterTest {

    static Throwable failure(CompletionStage<?> stage) {
        List<Throwable> told = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<?> future =
                stage.whenComplete((value, failure) -> told.add(failure)).toCompletableFuture();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(10, TimeUnit.SECONDS));
        return told.get(0);
    }

    abstract static class Suite extends CoreSuite {
        final List<String> calls = Collections.synchronizedList(new ArrayList<>());

        Suite() {
            super(Dispatch.EXECUTOR);
        }
    }

    @Nested
    class Of_one_server extends Suite {

        @Override
        Adapter adapter(LocalSockets local) {
            return new Adapter() {
                @Override
                public LocalSockets local() {
                    return local;
                }

                @Override
                public void init() {
                    calls.add("init " + local.namespace());
                }

                @Override
                public void close() {
                    calls.add("close " + local.namespace());
                }
            };
        }

        @Test
        void begins_with_the_server_or_the_namespace_and_ends_with_the_server() {
            server.of("/early");
            assertThat(calls).isEmpty();
            start();
            assertThat(calls).containsExactlyInAnyOrder("init /", "init /early");
            server.of("late");
            server.of("late");
            server.close();
            server.close();
            assertThat(calls.subList(2, 6))
                    .containsExactlyInAnyOrder("init /late", "close /", "close /early", "close /late");
            server.of("/after");
            assertThat(calls.subList(6, calls.size())).containsExactly("init /after", "close /after");
        }

        @Test
        void that_never_began_does_not_end() {
            server.close();
            assertThat(calls).isEmpty();
        }

        @Test
        void has_nobody_to_reach_before_the_start() throws Exception {
            server.emit("a", new Object());
            server.socketsJoin("red");
            server.disconnectSockets(true);
            assertThat(server.emitWithAck("a").toCompletableFuture()).isCompletedWithValue(List.of());
            assertThat(server.fetchSockets().toCompletableFuture()).isCompletedWithValue(List.of());
            assertThat(server.serverSideEmitWithAck("a").toCompletableFuture()).isCompletedWithValue(List.of());
        }

        @Test
        void gives_the_sockets_at_once_and_themselves() throws InterruptedException {
            Peer one = connect();
            Peer two = connect();
            two.socket().join("red");
            assertThat(server.fetchSockets().toCompletableFuture().getNow(List.of()))
                    .containsExactlyInAnyOrder(one.socket(), two.socket());
            assertThat(server.in("red").fetchSockets().toCompletableFuture().getNow(List.of()))
                    .singleElement()
                    .isSameAs(two.socket());
            two.socket().disconnect();
            assertThat(server.except("none")
                            .fetchSockets()
                            .toCompletableFuture()
                            .getNow(List.of()))
                    .containsExactly(one.socket());
        }

        @Test
        void has_no_others_to_send_to_and_answers_at_once() throws InterruptedException {
            start();
            server.on("x", event -> calls.add("heard"));
            server.serverSideEmit("x");
            assertThat(server.serverSideEmitWithAck("x").toCompletableFuture()).isCompletedWithValue(List.of());
            assertThat(server.of("/").serverSideEmitWithAck("x").toCompletableFuture())
                    .isCompletedWithValue(List.of());
            settle();
            assertThat(calls).containsExactly("init /");
            assertThat(timer.pending()).isZero();
        }

        @Test
        void refuses_the_names_that_the_reference_server_reserves_between_servers() {
            for (String reserved : List.of("connect", "connection", "new_namespace")) {
                String message = '"' + reserved + "\" is a reserved event name";
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(() -> server.serverSideEmit(reserved))
                        .withMessage(message);
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(() -> server.serverSideEmitWithAck(reserved));
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(() -> server.on(reserved, event -> {}));
            }
            server.serverSideEmit("disconnect");
        }

        @Test
        void has_rooms_in_the_order_in_which_they_are_entered_each_once() throws InterruptedException {
            Peer one = connect();
            server.socketsJoin("b", "a", "c", "a");
            assertThat(one.socket().rooms()).containsExactly(one.socket().id(), "b", "a", "c");
            server.socketsJoin();
            assertThat(one.socket().rooms()).hasSize(4);
        }
    }

    @Nested
    class That_does_not_know_how_many_servers_there_are extends Suite {

        @Override
        Adapter adapter(LocalSockets local) {
            return new Adapter() {
                @Override
                public LocalSockets local() {
                    return local;
                }

                @Override
                public CompletionStage<Integer> serverCount() {
                    return CompletableFuture.failedFuture(new TimeoutException("no broker"));
                }
            };
        }

        @Test
        void answers_in_part_at_the_deadline() throws InterruptedException {
            Peer one = connect();
            CompletionStage<List<Reply>> stage = server.emitWithAck("a");
            one.says("30[\"yes\"]");
            settle();
            assertThat(stage.toCompletableFuture().isDone()).isFalse();
            timer.advance(server.config().ackTimeout());
            assertThat(failure(stage))
                    .isInstanceOfSatisfying(AckTimeoutException.class, late -> assertThat(late.replies())
                            .hasSize(1));
            assertThat(timer.pending()).isZero();
        }

        @Test
        void is_not_asked_for_what_is_local() throws Exception {
            Peer one = connect();
            CompletionStage<List<Reply>> stage = server.local().emitWithAck("a");
            one.says("30[\"yes\"]");
            assertThat(stage.toCompletableFuture().get(10, TimeUnit.SECONDS)).hasSize(1);
        }
    }

    @Nested
    class That_throws extends Suite {

        @Override
        Adapter adapter(LocalSockets local) {
            return new Adapter() {
                @Override
                public LocalSockets local() {
                    return local;
                }

                @Override
                public void broadcastWithAck(EventPacket packet, Selector selector, Flags flags, Answers answers) {
                    Adapter.super.broadcastWithAck(packet, selector, flags, answers);
                    throw new IllegalStateException("no broker");
                }

                @Override
                public CompletionStage<List<SocketDetails>> fetchSockets(Selector selector, Flags flags) {
                    throw new IllegalStateException("no broker");
                }

                @Override
                public void serverSideEmitWithAck(EventPacket packet, Flags flags, Answers answers) {
                    throw new IllegalStateException("no broker");
                }

                @Override
                public void addSockets(Selector selector, Flags flags, Set<String> rooms) {
                    throw new IllegalStateException("no broker");
                }
            };
        }

        @Test
        void fails_the_questions_at_once_and_nothing_is_kept_beyond_the_deadline() throws InterruptedException {
            Peer one = connect();
            assertThat(failure(server.emitWithAck("a"))).hasMessage("no broker");
            assertThat(failure(server.fetchSockets())).hasMessage("no broker");
            assertThat(failure(server.serverSideEmitWithAck("a"))).hasMessage("no broker");
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> server.socketsJoin("red"));
            timer.advance(server.config().ackTimeout());
            assertThat(timer.pending()).isZero();
            assertThat(((CoreSocket) one.socket()).acks().count()).isZero();
        }
    }

    @Nested
    class That_finds_no_sockets_in_time extends Suite {

        @Override
        Adapter adapter(LocalSockets local) {
            return new Adapter() {
                @Override
                public LocalSockets local() {
                    return local;
                }

                @Override
                public CompletionStage<List<SocketDetails>> fetchSockets(Selector selector, Flags flags) {
                    return CompletableFuture.failedFuture(
                            new CompletionException(new AckTimeoutException("2 of 3 servers")));
                }
            };
        }

        @Test
        void fails_with_what_went_wrong_and_not_with_what_wraps_it() {
            start();
            assertThat(failure(server.fetchSockets()))
                    .isInstanceOf(AckTimeoutException.class)
                    .hasMessage("2 of 3 servers");
        }
    }
}
