package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.AckTimeoutException;
import org.sockeye.Broadcaster;
import org.sockeye.DisconnectedException;
import org.sockeye.Dispatch;
import org.sockeye.PayloadException;
import org.sockeye.Reply;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.internal.engine.CloseReason;

class AcknowledgementsOfManyTest {

    abstract static class Suite extends CoreSuite {

        final List<Peer> peers = new ArrayList<>();

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        Suite(Dispatch dispatch, CountingExecutor executor) {
            super(dispatch, executor);
        }

        /** The first two are in red. */
        @BeforeEach
        void three_clients() throws InterruptedException {
            for (int i = 0; i < 3; i++) {
                peers.add(connect());
            }
            peers.get(0).socket().join("red");
            peers.get(1).socket().join("red");
        }

        static List<String> texts(CompletionStage<List<Reply>> stage) throws Exception {
            return texts(stage.toCompletableFuture().get(10, TimeUnit.SECONDS));
        }

        static List<String> texts(List<Reply> replies) {
            return replies.stream()
                    .map(reply -> String.valueOf(reply.argument(0, String.class)))
                    .toList();
        }

        AckTimeoutException timeout(CompletionStage<List<Reply>> stage, Duration after) throws InterruptedException {
            timer.advance(after.minusMillis(1));
            settle();
            assertThat(stage.toCompletableFuture().isDone()).isFalse();
            timer.advance(Duration.ofMillis(1));
            CompletableFuture<List<Reply>> future = stage.toCompletableFuture();
            Throwable cause = assertThrows(ExecutionException.class, () -> future.get(10, TimeUnit.SECONDS))
                    .getCause();
            assertThat(cause).isInstanceOf(AckTimeoutException.class);
            return (AckTimeoutException) Objects.requireNonNull(cause);
        }

        void assertNothingIsKept() {
            assertThat(Objects.requireNonNull(server.running()).questions().count())
                    .isZero();
            assertThat(timer.pending()).isZero();
            assertNobodyIsWaitedFor();
        }

        void assertNobodyIsWaitedFor() {
            assertThat(peers)
                    .extracting(peer -> ((CoreSocket) peer.socket()).acks().count())
                    .containsOnly(0);
        }

        @Test
        void come_all_in_one_list_in_the_order_in_which_they_came() throws Exception {
            CompletionStage<List<Reply>> stage = server.to("red").emitWithAck("a", 1);
            assertThat(peers.get(0).client().heard()).containsExactly("20[\"a\",1]");
            assertThat(peers.get(1).client().heard()).containsExactly("20[\"a\",1]");
            assertThat(peers.get(2).client().heard()).isEmpty();
            peers.get(1).says("30[\"one\"]");
            settle();
            assertThat(stage.toCompletableFuture().isDone()).isFalse();
            peers.get(0).says("30[\"zero\"]");
            assertThat(texts(stage)).containsExactly("one", "zero");
            assertNothingIsKept();
        }

        @Test
        void carry_several_arguments_and_bytes() throws Exception {
            CompletionStage<List<Reply>> stage =
                    server.of("/").in(peers.get(2).socket().id()).emitWithAck("a");
            peers.get(2)
                    .client()
                    .says("61-0[\"x\",{\"_placeholder\":true,\"num\":0}]")
                    .says(new byte[] {5});
            Reply reply = stage.toCompletableFuture().get(10, TimeUnit.SECONDS).get(0);
            assertThat(reply.count()).isEqualTo(2);
            assertThat(reply.argument(1, byte[].class)).containsExactly(5);
        }

        @Test
        void are_not_waited_for_when_the_server_closes_or_has_closed() {
            Questions questions = Objects.requireNonNull(server.running()).questions();
            CompletableFuture<List<Reply>> before =
                    server.timeout(Duration.ofSeconds(2)).emitWithAck("a").toCompletableFuture();
            assertThat(questions.count()).isOne();
            server.close();
            CompletableFuture<List<Reply>> after = server.emitWithAck("a").toCompletableFuture();
            assertThat(assertThrows(ExecutionException.class, () -> before.get(10, TimeUnit.SECONDS)))
                    .hasCauseInstanceOf(DisconnectedException.class);
            assertThat(assertThrows(ExecutionException.class, () -> after.get(10, TimeUnit.SECONDS)))
                    .hasCauseInstanceOf(DisconnectedException.class);
            assertThat(questions.count()).isZero();
            assertNobodyIsWaitedFor();
        }

        @Test
        void of_two_questions_at_a_time_are_not_mixed_up() throws Exception {
            CompletionStage<List<Reply>> many = server.emitWithAck("many");
            CompletionStage<Reply> one = peers.get(0).socket().emitWithAck("one");
            CompletionStage<List<Reply>> red = server.to("red").emitWithAck("red");
            assertThat(peers.get(0).client().heard()).containsExactly("20[\"many\"]", "21[\"one\"]", "22[\"red\"]");
            peers.get(0).says("32[\"r0\"]").says("31[\"o\"]").says("30[\"m0\"]");
            peers.get(1).says("30[\"m1\"]").says("32[\"r1\"]").says("31[\"stray\"]");
            peers.get(2).says("30[\"m2\"]");
            assertThat(texts(many)).containsExactly("m0", "m1", "m2");
            assertThat(texts(red)).containsExactly("r0", "r1");
            assertThat(one.toCompletableFuture().get(10, TimeUnit.SECONDS).argument(0, String.class))
                    .isEqualTo("o");
            assertNothingIsKept();
        }

        @Test
        void of_nobody_are_an_empty_list_at_once() {
            assertThat(server.to("nobody").emitWithAck("a").toCompletableFuture())
                    .isCompletedWithValue(List.of());
            assertThat(server.of("/empty")
                            .timeout(Duration.ofSeconds(1))
                            .emitWithAck("a")
                            .toCompletableFuture())
                    .isCompletedWithValue(List.of());
            assertNothingIsKept();
        }

        @Test
        void that_came_by_the_deadline_are_in_the_exception() throws Exception {
            for (Broadcaster everyone : List.of(
                    server.timeout(Duration.ofSeconds(2)),
                    server.of("/").timeout(Duration.ofSeconds(2)),
                    server.to("red")
                            .in("red", peers.get(2).socket().id())
                            .except("none")
                            .timeout(Duration.ofSeconds(9))
                            .timeout(Duration.ofSeconds(2)))) {
                CompletionStage<List<Reply>> stage = everyone.emitWithAck("a");
                String id = peers.get(2).client().heard().get(0).substring(1, 2);
                peers.get(2).says("3" + id + "[\"two\"]");
                AckTimeoutException late = timeout(stage, Duration.ofSeconds(2));
                assertThat(texts(late.replies())).containsExactly("two");
                assertThat(late).hasMessage("1 of 3 acknowledgements within 2000 ms");
                assertNothingIsKept();
                peers.get(0).says("3" + id + "[\"late\"]");
                settle();
                assertThat(late.replies()).hasSize(1);
                assertThat(peers.get(0).client().isOpen()).isTrue();
                peers.get(2).client().forgetWhatWasHeard();
            }
        }

        @Test
        void have_the_deadline_of_the_server_unless_they_have_their_own() throws InterruptedException {
            assertThat(timeout(server.emitWithAck("a"), server.config().ackTimeout())
                            .replies())
                    .isEmpty();
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> server.timeout(Duration.ofMillis(-1)));
            assertNothingIsKept();
        }

        @Test
        void do_not_come_from_who_leaves_and_nothing_is_kept_for_it() throws Exception {
            CompletionStage<List<Reply>> stage = server.emitWithAck("a");
            peers.get(0).says("30[\"zero\"]");
            peers.get(1).client().breaks(CloseReason.TRANSPORT_CLOSE);
            peers.get(2).socket().disconnect();
            assertNobodyIsWaitedFor();
            assertThat(timer.pending()).isOne(); // the deadline of the question itself
            assertThat(texts(timeout(stage, server.config().ackTimeout()).replies()))
                    .containsExactly("zero");
            assertNothingIsKept();
        }

        @Test
        void that_come_twice_count_once() throws Exception {
            CompletionStage<List<Reply>> stage = server.to("red").emitWithAck("a");
            peers.get(0).says("30[\"first\"]").says("30[\"second\"]");
            settle();
            assertThat(stage.toCompletableFuture().isDone()).isFalse();
            peers.get(1).says("30[\"one\"]");
            assertThat(texts(stage)).containsExactly("first", "one");
        }

        @Test
        void leave_out_the_socket_that_asks_the_others() throws Exception {
            CompletionStage<List<Reply>> stage = peers.get(0).socket().to("red").emitWithAck("a");
            assertThat(peers.get(0).client().heard()).isEmpty();
            peers.get(1).says("30[\"one\"]");
            assertThat(texts(stage)).containsExactly("one");
        }

        @Test
        void are_not_asked_for_when_the_name_is_reserved_or_the_payload_cannot_be_written() {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> server.emitWithAck("disconnect"));
            assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> server.emitWithAck("a", new Object()));
            assertThat(peers).allMatch(peer -> peer.client().heard().isEmpty());
            assertNothingIsKept();
        }

        @Test
        void run_callbacks_with_the_class_loader_of_the_application() throws Exception {
            CompletableFuture<ClassLoader> inCallback = server.to("red")
                    .emitWithAck("a")
                    .thenApply(replies -> Thread.currentThread().getContextClassLoader())
                    .toCompletableFuture();
            peers.forEach(peer -> peer.says("30[]"));
            assertThat(inCallback.get(10, TimeUnit.SECONDS)).isSameAs(application);
        }

        @Test
        void survive_clients_that_answer_and_leave_while_they_are_asked() throws Exception {
            List<CompletionStage<List<Reply>>> asked = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch done = new CountDownLatch(4);
            executor.execute(() -> {
                IntStream.range(0, 300).forEach(n -> asked.add(server.emitWithAck("a", n)));
                done.countDown();
            });
            for (Peer peer : peers) {
                executor.execute(() -> {
                    IntStream.range(0, 150).forEach(n -> peer.says("3" + n + "[\"x\"]"));
                    peer.client().breaks(CloseReason.TRANSPORT_CLOSE);
                    done.countDown();
                });
            }
            await(done);
            timer.advance(server.config().ackTimeout());
            settle();
            assertThat(asked).hasSize(300).allMatch(stage -> stage.toCompletableFuture()
                    .isDone());
            assertNothingIsKept();
        }
    }

    /** What a handler does that asks everyone, its own client among them, and waits. */
    private static String waitForEveryone(SocketIoServer server, CountDownLatch asked) {
        CompletableFuture<List<Reply>> stage = server.emitWithAck("b").toCompletableFuture();
        asked.countDown();
        try {
            return String.valueOf(Suite.texts(stage.get(10, TimeUnit.SECONDS)));
        } catch (Exception failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    @Nested
    class On_container_threads extends Suite {
        On_container_threads() {
            super(Dispatch.CONTAINER);
        }

        @Test
        void cannot_be_waited_for_in_a_handler_of_one_who_is_asked_which_says_so_at_once() throws InterruptedException {
            List<String> log = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch asked = new CountDownLatch(1);
            peers.get(0).socket().on("a", event -> log.add(waitForEveryone(server, asked)));
            peers.get(0).says("2[\"a\"]");
            assertThat(log).hasSize(1).allMatch(message -> message.contains("set dispatch to executor"));
        }

        @Test
        void may_be_waited_for_in_a_handler_of_one_who_is_not_asked() throws InterruptedException {
            List<String> log = Collections.synchronizedList(new ArrayList<>());
            peers.get(2).socket().on("a", event -> {
                CompletableFuture<List<Reply>> stage =
                        server.to("red").emitWithAck("b").toCompletableFuture();
                executor.execute(() -> peers.subList(0, 2).forEach(peer -> peer.says("30[\"yes\"]")));
                log.addAll(texts(stage.get(10, TimeUnit.SECONDS)));
            });
            peers.get(2).says("2[\"a\"]");
            assertThat(log).containsExactly("yes", "yes");
        }

        @Test
        void may_be_waited_for_by_who_has_answered() throws InterruptedException {
            List<String> log = Collections.synchronizedList(new ArrayList<>());
            List<CompletionStage<List<Reply>>> stages = new ArrayList<>();
            Socket first = peers.get(0).socket();
            first.on("a", event -> stages.add(server.to("red").emitWithAck("b")));
            first.on("c", event -> {
                executor.execute(() -> peers.get(1).says("30[\"one\"]"));
                log.addAll(texts(stages.get(0)));
            });
            peers.get(0).says("2[\"a\"]").says("30[\"zero\"]").says("2[\"c\"]");
            assertThat(log).containsExactly("zero", "one");
        }
    }

    abstract static class Where_handlers_may_wait extends Suite {
        Where_handlers_may_wait(Dispatch dispatch, CountingExecutor executor) {
            super(dispatch, executor);
        }

        @Test
        void may_be_waited_for_in_a_handler_of_one_who_is_asked() throws InterruptedException {
            assertThat(waitingHandler(() -> peers.forEach(peer -> peer.says("30[\"yes\"]"))))
                    .isEqualTo("[yes, yes, yes]");
        }

        @Test
        void are_missed_after_the_deadline_in_a_handler_that_waits() throws InterruptedException {
            assertThat(waitingHandler(() -> timer.advance(server.config().ackTimeout())))
                    .contains("AckTimeoutException");
        }

        private String waitingHandler(Runnable meanwhile) throws InterruptedException {
            List<String> log = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch asked = new CountDownLatch(1);
            peers.get(0).socket().on("a", event -> log.add(waitForEveryone(server, asked)));
            peers.get(0).says("2[\"a\"]");
            await(asked);
            meanwhile.run();
            settle();
            return log.get(0);
        }
    }

    @Nested
    class On_an_executor extends Where_handlers_may_wait {
        On_an_executor() {
            super(Dispatch.EXECUTOR, new CountingExecutor());
        }
    }

    @Nested
    class On_an_executor_whose_only_thread_waits extends Where_handlers_may_wait {
        On_an_executor_whose_only_thread_waits() {
            super(Dispatch.EXECUTOR, new CountingExecutor(Executors.newSingleThreadExecutor()));
        }
    }
}
