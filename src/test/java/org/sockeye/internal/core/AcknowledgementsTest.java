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
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sockeye.AckTimeoutException;
import org.sockeye.Acknowledgement;
import org.sockeye.DisconnectedException;
import org.sockeye.Dispatch;
import org.sockeye.PayloadException;
import org.sockeye.Reply;
import org.sockeye.internal.engine.CloseReason;

class AcknowledgementsTest {

    abstract static class Suite extends CoreSuite {

        final List<String> log = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        Suite(Dispatch dispatch, CountingExecutor executor) {
            super(dispatch, executor);
        }

        static Reply result(CompletionStage<Reply> stage)
                throws ExecutionException, InterruptedException, TimeoutException {
            return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
        }

        @Nested
        class To_a_client {

            @Test
            void carry_the_id_that_it_sent_and_the_first_wins() throws InterruptedException {
                Peer peer = connect("/chat");
                peer.socket().on("a", event -> {
                    log.add("requested " + event.acknowledgement().isRequested());
                    log.add("first " + event.answer("yes", 1));
                    log.add("second " + event.answer("no"));
                });
                peer.says("2/chat,456[\"a\"]");
                assertThat(heard(peer.client())).containsExactly("3/chat,456[\"yes\",1]");
                assertThat(log).containsExactly("requested true", "first true", "second false");
            }

            @Test
            void are_not_sent_when_it_asked_for_none() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", event -> log.add("answered " + event.answer("yes")));
                peer.says("2[\"a\"]");
                assertThat(heard(peer.client())).isEmpty();
                assertThat(log).containsExactly("answered false");
            }

            @Test
            void may_be_empty_or_carry_bytes() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("none", event -> event.answer());
                peer.socket().on("bytes", event -> event.answer((Object) event.argument(0, byte[].class)));
                peer.says("20[\"none\"]");
                peer.client()
                        .says("51-1[\"bytes\",{\"_placeholder\":true,\"num\":0}]")
                        .says(new byte[] {9});
                assertThat(heard(peer.client()))
                        .containsExactly("30[]", "61-1[{\"_placeholder\":true,\"num\":0}]", "<9>");
            }

            @Test
            void may_be_kept_and_given_later() throws InterruptedException {
                Peer peer = connect();
                AtomicReference<Acknowledgement> kept = new AtomicReference<>();
                peer.socket().on("a", event -> kept.set(event.acknowledgement()));
                peer.says("20[\"a\"]");
                settle();
                Acknowledgement ack = Objects.requireNonNull(kept.get());
                assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> ack.answer(new Object()));
                assertThat(ack.answer("late")).isTrue();
                assertThat(heard(peer.client())).containsExactly("30[\"late\"]");
            }

            @Test
            void are_dropped_when_it_has_gone() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", event -> {
                    event.socket().disconnect();
                    log.add("answered " + event.answer("late"));
                });
                peer.says("20[\"a\"]");
                assertThat(heard(peer.client())).containsExactly("1");
                assertThat(log).containsExactly("answered false");
            }
        }

        @Nested
        class From_a_client {

            @Test
            void complete_the_stage() throws Exception {
                Peer peer = connect("/chat");
                CompletionStage<Reply> first = peer.socket().emitWithAck("a", 1);
                CompletionStage<Reply> second = peer.socket().emitWithAck("b");
                assertThat(peer.client().heard()).containsExactly("2/chat,0[\"a\",1]", "2/chat,1[\"b\"]");
                peer.says("3/chat,1[]");
                peer.client()
                        .says("61-/chat,0[\"x\",{\"_placeholder\":true,\"num\":0}]")
                        .says(new byte[] {5});
                assertThat(result(second).count()).isZero();
                assertThat(result(second).argument(0, String.class)).isNull();
                assertThat(result(first).argument(0, String.class)).isEqualTo("x");
                assertThat(result(first).argument(1, byte[].class)).containsExactly(5);
                assertThat(timer.pending()).isZero();
            }

            @Test
            void are_ignored_when_nobody_waits_for_them() throws Exception {
                Peer peer = connect();
                CompletionStage<Reply> stage = peer.socket().emitWithAck("a");
                peer.says("37[\"stray\"]").says("30[\"first\"]").says("30[\"second\"]");
                assertThat(result(stage).argument(0, String.class)).isEqualTo("first");
                assertThat(peer.client().isOpen()).isTrue();
            }

            @Test
            void have_a_deadline_of_the_server_or_their_own() throws InterruptedException {
                start("ackTimeout", "1000");
                Peer peer = connect();
                CompletionStage<Reply> servers = peer.socket().emitWithAck("a");
                CompletionStage<Reply> own =
                        peer.socket().timeout(Duration.ofSeconds(2)).emitWithAck("b");
                assertFails(servers, Duration.ofSeconds(1), AckTimeoutException.class);
                peer.says("30[\"late\"]");
                assertThat(own.toCompletableFuture().isDone()).isFalse();
                assertFails(own, Duration.ofSeconds(1), AckTimeoutException.class);
                assertThat(peer.client().isOpen()).isTrue();
            }

            @Test
            void that_cannot_come_any_more_leave_nothing_behind() throws InterruptedException {
                Peer peer = connect();
                CompletionStage<Reply> stage = peer.socket().emitWithAck("a");
                assertThat(timer.pending()).isOne();
                peer.client().breaks(CloseReason.TRANSPORT_CLOSE);
                assertFails(stage, Duration.ZERO, DisconnectedException.class);
                assertFails(peer.socket().emitWithAck("b"), Duration.ZERO, DisconnectedException.class);
                assertThat(timer.pending()).isZero();
                assertThat(((CoreSocket) peer.socket()).acks().count()).isZero();
            }

            @Test
            void are_kept_until_they_come_or_nobody_wants_them_any_more() throws Exception {
                start("ackTimeout", "1000");
                Peer peer = connect();
                PendingAcks acks = ((CoreSocket) peer.socket()).acks();
                CompletableFuture<Reply> cancelled =
                        peer.socket().emitWithAck("a").toCompletableFuture();
                CompletionStage<Reply> answered = peer.socket().emitWithAck("b");
                CompletionStage<Reply> late = peer.socket().emitWithAck("c");
                assertThatExceptionOfType(PayloadException.class)
                        .isThrownBy(() -> peer.socket().emitWithAck("d", new Object()));
                assertThat(acks.count()).isEqualTo(3);
                assertThat(timer.pending()).isEqualTo(3);
                cancelled.cancel(false);
                assertThat(acks.count()).isEqualTo(2);
                peer.says("31[\"yes\"]").says("31[\"again\"]").says("30[\"unwanted\"]");
                assertThat(result(answered).argument(0, String.class)).isEqualTo("yes");
                assertThat(acks.count()).isOne();
                assertFails(late, Duration.ofSeconds(1), AckTimeoutException.class);
                peer.says("32[\"late\"]");
                assertThat(acks.count()).isZero();
                assertThat(timer.pending()).isZero();
                assertThat(cancelled).isCancelled();
                assertThat(peer.client().isOpen()).isTrue();
            }

            @Test
            void are_not_waited_for_when_the_deadline_makes_no_sense() throws InterruptedException {
                Peer peer = connect();
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(() -> peer.socket().timeout(Duration.ZERO));
            }

            @Test
            void run_callbacks_with_the_class_loader_of_the_application() throws Exception {
                Peer peer = connect();
                CompletableFuture<ClassLoader> inCallback = peer.socket()
                        .emitWithAck("a")
                        .thenApply(reply -> Thread.currentThread().getContextClassLoader())
                        .toCompletableFuture();
                peer.says("30[]");
                assertThat(inCallback.get(10, TimeUnit.SECONDS)).isSameAs(application);
            }

            @Test
            void run_async_callbacks_on_the_dispatch() throws Exception {
                Peer peer = connect();
                CompletableFuture<ClassLoader> stage = new CompletableFuture<>();
                ((CompletableFuture<Reply>) peer.socket().emitWithAck("a"))
                        .defaultExecutor()
                        .execute(() -> stage.complete(Thread.currentThread().getContextClassLoader()));
                assertThat(stage.get(10, TimeUnit.SECONDS)).isSameAs(application);
            }

            @Test
            void say_how_long_they_were_waited_for_also_if_that_is_less_than_a_millisecond()
                    throws InterruptedException {
                Peer peer = connect();
                Duration little = Duration.ofNanos(500);
                CompletableFuture<Reply> one =
                        peer.socket().timeout(little).emitWithAck("a").toCompletableFuture();
                CompletableFuture<List<Reply>> many =
                        server.timeout(little).emitWithAck("a").toCompletableFuture();
                timer.advance(Duration.ofMillis(1));
                settle();
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(one::get)
                        .withMessageContaining("within 500 ns");
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(many::get)
                        .withMessageContaining("within 500 ns");
            }

            private void assertFails(CompletionStage<Reply> stage, Duration after, Class<? extends Throwable> failure)
                    throws InterruptedException {
                timer.advance(after);
                settle();
                assertThat(stage.toCompletableFuture())
                        .isCompletedExceptionally()
                        .satisfies(future -> assertThatExceptionOfType(ExecutionException.class)
                                .isThrownBy(future::get)
                                .withCauseInstanceOf(failure));
            }
        }
    }

    @Nested
    class On_container_threads extends Suite {
        On_container_threads() {
            super(Dispatch.CONTAINER);
        }

        @Test
        void cannot_be_waited_for_in_a_handler_of_the_same_client_which_says_so_at_once() throws InterruptedException {
            Peer peer = connect();
            peer.socket().on("a", event -> {
                CompletableFuture<Reply> stage = event.socket().emitWithAck("b").toCompletableFuture();
                log.add(failure(stage::join));
                log.add(failure(() -> stage.get(1, TimeUnit.MINUTES)));
                log.add(failure(stage.thenApply(Reply::count)::get));
            });
            peer.says("2[\"a\"]");
            assertThat(log).hasSize(3).allMatch(message -> message.contains("set dispatch to executor"));
        }

        @Test
        void may_be_waited_for_in_a_handler_of_another_client() throws InterruptedException {
            Peer one = connect("/one");
            Peer other = connect("/other");
            one.socket().on("a", event -> {
                CompletableFuture<Reply> stage = other.socket().emitWithAck("b").toCompletableFuture();
                executor.execute(() -> other.says("3/other,0[\"yes\"]"));
                log.add(String.valueOf(stage.get(10, TimeUnit.SECONDS).argument(0, String.class)));
            });
            one.says("2/one,[\"a\"]");
            assertThat(log).containsExactly("yes");
        }

        @Test
        void reach_a_callback_that_a_handler_attached() throws InterruptedException {
            Peer peer = connect();
            peer.socket().on("a", event -> event.socket().emitWithAck("b").thenAccept(reply -> log.add("reply")));
            peer.says("2[\"a\"]").says("30[]");
            assertThat(log).containsExactly("reply");
        }

        private String failure(Executable waiting) {
            return String.valueOf(
                    assertThrows(IllegalStateException.class, waiting).getMessage());
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR);
        }

        @Test
        void may_be_waited_for_in_a_handler_of_the_same_client() throws InterruptedException {
            Peer peer = connect();
            CountDownLatch emitted = new CountDownLatch(1);
            peer.socket().on("a", event -> {
                CompletableFuture<Reply> stage = event.socket().emitWithAck("b").toCompletableFuture();
                emitted.countDown();
                log.add(String.valueOf(stage.get(10, TimeUnit.SECONDS).argument(0, String.class)));
            });
            peer.says("2[\"a\"]");
            await(emitted);
            peer.says("30[\"yes\"]");
            settle();
            assertThat(log).containsExactly("yes");
        }
    }

    @Nested
    class On_an_executor_whose_only_thread_waits extends Suite {
        On_an_executor_whose_only_thread_waits() {
            super(Dispatch.EXECUTOR, new CountingExecutor(Executors.newSingleThreadExecutor()));
        }

        @Test
        void come_all_the_same() throws InterruptedException {
            assertThat(waitingHandler(peer -> peer.says("30[\"yes\"]"))).isEqualTo("yes");
        }

        @Test
        void are_missed_after_the_deadline_all_the_same() throws InterruptedException {
            assertThat(waitingHandler(peer -> timer.advance(Duration.ofSeconds(60))))
                    .contains("AckTimeoutException");
        }

        private String waitingHandler(Consumer<Peer> meanwhile) throws InterruptedException {
            Peer peer = connect();
            CountDownLatch emitted = new CountDownLatch(1);
            peer.socket().on("a", event -> {
                CompletableFuture<Reply> stage = event.socket().emitWithAck("b").toCompletableFuture();
                emitted.countDown();
                try {
                    log.add(String.valueOf(stage.get(10, TimeUnit.SECONDS).argument(0, String.class)));
                } catch (ExecutionException failed) {
                    log.add(String.valueOf(failed.getCause()));
                }
            });
            peer.says("2[\"a\"]");
            await(emitted);
            meanwhile.accept(peer);
            settle();
            return log.get(0);
        }
    }
}
