package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.DisconnectReason;
import org.sockeye.Dispatch;
import org.sockeye.Socket;

/** Credentials that are good until a time. */
class ExpiryTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(61);

    abstract static class Suite extends CoreSuite {

        private final List<String> endings = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        private static Instant inAMinute() {
            return Instant.now().plus(MINUTE);
        }

        private Peer expiring() throws InterruptedException {
            Peer peer = connect();
            peer.socket().onDisconnect((reason, description) -> endings.add(reason + ", " + description));
            peer.socket().expireAt(inAMinute());
            return peer;
        }

        private void pass(Duration time) throws InterruptedException {
            timer.advance(time);
            settle();
        }

        private void assertExpired(Peer peer) throws InterruptedException {
            settle();
            assertThat(peer.socket().isConnected()).isFalse();
            assertThat(peer.client().heard()).last().isEqualTo("1");
            assertThat(endings)
                    .containsExactly(DisconnectReason.SERVER_NAMESPACE_DISCONNECT + ", the credentials have expired");
        }

        @Nested
        class Without_a_hook {

            @Test
            void the_socket_is_disconnected_when_the_time_has_come_and_not_before() throws InterruptedException {
                Peer peer = expiring();
                pass(MINUTE.minusSeconds(2));
                assertThat(peer.socket().isConnected()).isTrue();
                pass(Duration.ofSeconds(3));
                assertExpired(peer);
                assertThat(peer.client().isOpen()).isTrue();
            }

            @ParameterizedTest
            @ValueSource(longs = {0, -1, -1_000_000_000L, Long.MIN_VALUE})
            void a_time_that_has_passed_is_now(long seconds) throws InterruptedException {
                Peer peer = expiring();
                Instant past =
                        seconds == Long.MIN_VALUE ? Instant.MIN : Instant.now().plusSeconds(seconds);
                peer.socket().expireAt(past);
                assertExpired(peer);
            }

            @Test
            void a_time_that_never_comes_is_none() throws InterruptedException {
                Peer peer = expiring();
                peer.socket().expireAt(Instant.MAX);
                pass(Duration.ofDays(1000));
                assertThat(peer.socket().expiresAt()).contains(Instant.MAX);
                assertThat(endings).isEmpty();
            }

            @Test
            void a_later_time_counts_instead_and_an_earlier_one_too() throws InterruptedException {
                Peer peer = expiring();
                peer.socket().expireAt(Instant.now().plus(Duration.ofMinutes(10)));
                pass(SOON);
                assertThat(peer.socket().isConnected()).isTrue();
                peer.socket().expireAt(inAMinute());
                pass(SOON);
                assertExpired(peer);
            }

            @Test
            void no_time_is_refused() throws InterruptedException {
                Socket socket = connect().socket();
                assertThatThrownBy(() -> socket.expireAt(nothing())).isInstanceOf(NullPointerException.class);
                assertThat(socket.expiresAt()).isEmpty();
            }

            @Test
            void a_handler_that_blocks_keeps_nobody_in() throws InterruptedException {
                CountDownLatch blocked = new CountDownLatch(1);
                CountDownLatch goOn = new CountDownLatch(1);
                Peer peer = connect();
                peer.socket().on("block", event -> {
                    blocked.countDown();
                    await(goOn);
                });
                Thread reader = new Thread(() -> peer.says("2[\"block\"]"));
                reader.start();
                await(blocked);
                CountDownLatch gone = new CountDownLatch(1);
                executor.execute(() -> {
                    peer.socket().expireAt(Instant.EPOCH);
                    while (peer.socket().isConnected()) {
                        Thread.onSpinWait();
                    }
                    gone.countDown();
                });
                await(gone);
                goOn.countDown();
                reader.join();
                settle();
            }
        }

        @Nested
        class A_candidate {

            @Test
            void that_takes_too_long_is_refused_and_no_hook_is_asked() throws InterruptedException {
                CompletableFuture<Void> decision = new CompletableFuture<>();
                server.onExpiry(socket -> {
                    endings.add("asked");
                    return CompletableFuture.completedFuture(Instant.MAX);
                });
                server.useAsync(candidate -> {
                    candidate.expireAt(Instant.now().plusSeconds(10));
                    return decision;
                });
                FakeConnection client = open().says("0");
                settle();
                pass(Duration.ofSeconds(11));
                assertThat(client.heard()).containsExactly("4{\"message\":\"Credentials have expired\"}");
                decision.complete(null);
                settle();
                assertThat(server.of("/").sockets()).isEmpty();
                assertThat(client.heard()).hasSize(1);
                assertThat(endings).isEmpty();
            }

            @Test
            void whose_credentials_have_expired_is_refused_and_nobody_is_told_of_a_connection()
                    throws InterruptedException {
                server.use(candidate -> candidate.expireAt(Instant.EPOCH));
                server.onConnection(socket -> endings.add("connected"));
                FakeConnection client = open().says("0");
                assertThat(heard(client)).containsExactly("4{\"message\":\"Credentials have expired\"}");
                assertThat(endings).isEmpty();
                assertThat(server.of("/").sockets()).isEmpty();
            }

            @Test
            void whose_time_comes_while_it_is_told_that_it_is_connected_is_disconnected() throws InterruptedException {
                List<Thread> clocks = Collections.synchronizedList(new ArrayList<>());
                server.use(candidate -> clocks.add(new Thread(() -> candidate.expireAt(Instant.EPOCH))));
                FakeConnection client = open();
                executor.refuseMore(); // whoever has something to do does it
                client.whileQueued(() -> {
                    Thread clock = clocks.get(0);
                    clock.start();
                    while (clock.isAlive() && clock.getState() != Thread.State.BLOCKED) {
                        Thread.onSpinWait();
                    }
                });
                client.says("0");
                clocks.get(0).join();
                assertThat(client.heard()).hasSize(2).last().isEqualTo("1");
                assertThat(server.of("/").sockets()).isEmpty();
            }

            @Test
            void keeps_its_time_when_it_is_connected() throws InterruptedException {
                server.use(candidate -> candidate.expireAt(inAMinute()));
                Peer peer = connect();
                pass(SOON);
                assertThat(peer.socket().isConnected()).isFalse();
            }
        }

        @Nested
        class A_hook {

            @Test
            void gives_the_socket_more_time_and_is_asked_again() throws InterruptedException {
                List<Socket> asked = Collections.synchronizedList(new ArrayList<>());
                server.onExpiry(socket -> {
                    asked.add(socket);
                    return CompletableFuture.completedFuture(inAMinute());
                });
                Peer peer = expiring();
                pass(SOON);
                pass(SOON);
                assertThat(asked).containsExactly(peer.socket(), peer.socket());
                assertThat(peer.socket().isConnected()).isTrue();
            }

            @Test
            void may_ask_the_client_while_events_go_on() throws InterruptedException {
                server.onExpiry(socket -> socket.emitWithAck("authenticate")
                        .thenApply(reply -> "good".equals(reply.argument(0, String.class))
                                ? Instant.now().plus(Duration.ofMinutes(10))
                                : null));
                Peer peer = expiring();
                List<String> events = Collections.synchronizedList(new ArrayList<>());
                peer.socket().on("said", String.class, (text, event) -> events.add(text));
                pass(SOON);
                peer.says("2[\"said\",\"meanwhile\"]").says("30[\"good\"]");
                settle();
                pass(SOON);
                assertThat(events).containsExactly("meanwhile");
                assertThat(peer.socket().isConnected()).isTrue();
            }

            @Test
            void that_answers_nothing_or_a_time_that_has_passed_disconnects() throws InterruptedException {
                server.onExpiry(socket -> CompletableFuture.completedFuture(null));
                Peer peer = expiring();
                pass(SOON);
                assertExpired(peer);
                endings.clear();
                server.onExpiry(socket ->
                        CompletableFuture.completedFuture(Instant.now().minusSeconds(1)));
                Peer next = expiring();
                pass(SOON);
                assertExpired(next);
            }

            @Test
            void that_throws_or_fails_or_answers_null_disconnects_and_is_told() throws InterruptedException {
                List<String> errors = Collections.synchronizedList(new ArrayList<>());
                server.onError(error -> errors.add(String.valueOf(error.cause().getMessage())));
                server.onExpiry(socket -> {
                    throw new IllegalStateException("thrown");
                });
                Peer peer = expiring();
                pass(SOON);
                assertExpired(peer);
                endings.clear();
                server.onExpiry(socket -> CompletableFuture.<Instant>failedFuture(new IllegalStateException("failed"))
                        .thenApply(same -> same));
                Peer next = expiring();
                pass(SOON);
                assertExpired(next);
                endings.clear();
                server.onExpiry(socket -> nothing());
                Peer last = expiring();
                pass(SOON);
                assertExpired(last);
                assertThat(errors).containsExactly("thrown", "failed", "the re-authentication answered null");
            }

            @Test
            void that_never_answers_disconnects_at_the_deadline_of_acknowledgements() throws InterruptedException {
                start("ackTimeout", "10000");
                CompletableFuture<Instant> answer = new CompletableFuture<>();
                server.onExpiry(socket -> answer);
                Peer peer = expiring();
                pass(SOON);
                assertThat(peer.socket().isConnected()).isTrue();
                pass(Duration.ofSeconds(11));
                assertExpired(peer);
                answer.complete(Instant.MAX);
                settle();
                assertThat(peer.socket().isConnected()).isFalse();
            }

            @Test
            void is_overtaken_by_a_new_time() throws InterruptedException {
                CompletableFuture<@Nullable Instant> answer = new CompletableFuture<>();
                server.onExpiry(socket -> answer);
                Peer peer = expiring();
                pass(SOON);
                peer.socket().expireAt(Instant.now().plus(Duration.ofMinutes(10)));
                answer.complete(null);
                pass(Duration.ofMinutes(2));
                assertThat(peer.socket().isConnected()).isTrue();
            }

            @Test
            void is_not_asked_for_a_socket_that_is_gone() throws InterruptedException {
                server.onExpiry(socket -> {
                    endings.add("asked");
                    return CompletableFuture.completedFuture(Instant.MAX);
                });
                Peer peer = connect();
                peer.socket().expireAt(inAMinute());
                peer.socket().disconnect();
                pass(SOON);
                peer.socket().expireAt(Instant.EPOCH);
                pass(SOON);
                assertThat(endings).isEmpty();
            }
        }

        @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // the test is about that
        private static <T> T nothing() {
            return null;
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR);
        }
    }

    @Nested
    class On_container_threads extends Suite {
        On_container_threads() {
            super(Dispatch.CONTAINER);
        }
    }
}
