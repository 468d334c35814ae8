package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.features.Covers;
import org.sockeye.internal.engine.CloseReason;

/** What decides whether the events of a socket are delivered. */
class EventMiddlewareTest {

    abstract static class Suite extends CoreSuite {

        final List<Object> log = Collections.synchronizedList(new ArrayList<>());
        final RecordingEvents beans = new RecordingEvents();

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        @Override
        ApplicationEvents events() {
            return beans;
        }

        /** A client whose socket logs what it hears, and the errors that it is told of. */
        Peer listening() throws InterruptedException {
            Peer peer = connect();
            peer.socket().onAny(event -> log.add("any"));
            peer.socket().on("a", event -> log.add("heard " + event.argument(0, String.class)));
            peer.socket().onError(error -> log.add(error.kind() + " " + error.event() + " " + error.cause()));
            beans.log.clear();
            return peer;
        }

        private void assertNotObserved() {
            assertThat(beans.log).noneMatch(line -> line.startsWith("received"));
        }

        @Nested
        class That_lets_an_event_pass {

            @Test
            @Covers("Socket.use")
            void is_asked_in_the_order_added_after_listeners_of_any_event_and_before_the_others()
                    throws InterruptedException {
                Peer peer = listening();
                peer.socket().use(event -> log.add("one " + event.name() + event.argument(0, String.class)));
                peer.socket().useAsync(event -> {
                    log.add("two");
                    return CompletableFuture.completedFuture(null);
                });
                peer.socket().use(event -> log.add("three"));
                peer.says("2[\"a\",\"1\"]");
                settle();
                assertThat(log).containsExactly("any", "one a1", "two", "three", "heard 1");
                assertThat(beans.log).contains("received a1");
            }

            @Test
            void is_asked_for_each_event_and_not_for_what_is_no_event() throws InterruptedException {
                Peer peer = listening();
                peer.socket().use(event -> log.add("asked"));
                peer.socket().emitWithAck("b");
                peer.says("2[\"a\",\"1\"]").says("30[]").says("2[\"unheard\"]");
                settle();
                assertThat(log).containsExactly("any", "asked", "heard 1", "any", "asked");
            }

            @Test
            void that_is_added_meanwhile_is_asked_from_the_next_event_on() throws InterruptedException {
                Peer peer = listening();
                peer.socket().use(event -> event.socket().use(again -> log.add("added")));
                peer.says("2[\"a\",\"1\"]");
                settle();
                assertThat(log).containsExactly("any", "heard 1");
            }
        }

        @Nested
        class That_refuses_an_event {

            @Test
            @Covers("Socket.use")
            void has_it_reach_nobody_but_the_error_listeners() throws InterruptedException {
                server.onError(error -> log.add("server " + error.kind()));
                Peer peer = listening();
                peer.socket().use(event -> {
                    throw new SecurityException("no");
                });
                peer.socket().use(event -> log.add("not asked"));
                peer.says("20[\"a\",\"1\"]");
                assertThat(heard(peer.client())).isEmpty();
                assertThat(log)
                        .containsExactly(
                                "any", "EVENT_REFUSED a java.lang.SecurityException: no", "server EVENT_REFUSED");
                assertNotObserved();
                assertThat(peer.socket().isConnected()).isTrue();
            }

            @Test
            void may_answer_the_client_itself() throws InterruptedException {
                Peer peer = listening();
                peer.socket().use(event -> {
                    event.answer("denied");
                    throw new SecurityException("no");
                });
                peer.says("20[\"a\",\"1\"]");
                assertThat(heard(peer.client())).containsExactly("30[\"denied\"]");
            }

            @Test
            void may_do_so_later_or_at_once() throws InterruptedException {
                Peer peer = listening();
                CompletableFuture<@Nullable Void> decision = new CompletableFuture<>();
                peer.socket().useAsync(event -> {
                    if ("1".equals(event.argument(0, String.class))) {
                        return decision;
                    }
                    throw new SecurityException("no");
                });
                peer.says("2[\"a\",\"1\"]").says("2[\"a\",\"2\"]");
                settle();
                assertThat(log).containsExactly("any");
                decision.completeExceptionally(new CompletionException(new SecurityException("later")));
                settle();
                assertThat(log)
                        .containsExactly(
                                "any",
                                "EVENT_REFUSED a java.lang.SecurityException: later",
                                "any",
                                "EVENT_REFUSED a java.lang.SecurityException: no");
                assertNotObserved();
            }

            @Test
            @SuppressWarnings("NullAway") // callers that are not checked do answer null
            void is_taken_to_do_so_when_it_answers_with_no_stage() throws InterruptedException {
                Peer peer = listening();
                peer.socket().useAsync(event -> null);
                peer.says("2[\"a\",\"1\"]");
                settle();
                assertThat(log).hasSize(2).last().asString().contains("EVENT_REFUSED", "NullPointerException");
            }

            @Test
            void is_asked_about_the_next_event_all_the_same() throws InterruptedException {
                Peer peer = listening();
                peer.socket().use(event -> {
                    if ("1".equals(event.argument(0, String.class))) {
                        throw new SecurityException("no");
                    }
                });
                peer.says("2[\"a\",\"1\"]").says("2[\"a\",\"2\"]");
                settle();
                assertThat(log).last().isEqualTo("heard 2");
            }
        }

        @Nested
        class That_takes_its_time {

            final CompletableFuture<@Nullable Void> decision = new CompletableFuture<>();

            private Peer waiting() throws InterruptedException {
                Peer peer = listening();
                peer.socket()
                        .useAsync(event -> "1".equals(event.argument(0, String.class))
                                ? decision
                                : CompletableFuture.completedFuture(null));
                peer.says("2[\"a\",\"1\"]").says("2[\"a\",\"2\"]");
                settle();
                assertThat(log).containsExactly("any");
                return peer;
            }

            @Test
            void has_the_events_of_the_client_wait_in_their_order() throws InterruptedException {
                waiting();
                decision.complete(null);
                settle();
                assertThat(log).containsExactly("any", "heard 1", "any", "heard 2");
            }

            @Test
            void has_no_other_client_wait() throws InterruptedException {
                waiting();
                Peer other = connect("/other");
                other.socket().on("b", event -> log.add("other"));
                other.says("2/other,[\"b\",\"1\"]");
                settle();
                assertThat(log).containsExactly("any", "other");
            }

            @Test
            void runs_what_follows_with_the_class_loader_of_the_application() throws Exception {
                Peer peer = waiting();
                peer.socket().on("a", event -> log.add(Thread.currentThread().getContextClassLoader()));
                CountDownLatch done = new CountDownLatch(1);
                Thread foreign = new Thread(() -> {
                    decision.complete(null);
                    done.countDown();
                });
                foreign.setContextClassLoader(null);
                foreign.start();
                await(done);
                settle();
                assertThat(log).contains(application);
            }

            @Test
            void is_not_waited_for_when_the_client_goes() throws InterruptedException {
                Peer peer = waiting();
                peer.socket().on("a", event -> log.add("late " + event.argument(0, String.class)));
                peer.client().breaks(CloseReason.TRANSPORT_CLOSE);
                settle();
                assertThat(beans.log).contains("disconnected transport close[]");
                decision.complete(null);
                settle();
                assertThat(log).doesNotContain("late 1");
            }

            @Test
            void lets_nothing_pass_to_a_socket_that_the_server_has_ended() throws InterruptedException {
                Peer peer = waiting();
                peer.socket().disconnect();
                decision.complete(null);
                settle();
                assertThat(log).containsExactly("any");
            }
        }

        @Test
        void without_error_listeners_does_not_disturb_the_session_either() throws InterruptedException {
            Peer peer = connect();
            peer.socket().use(event -> {
                throw new SecurityException("expected in this test");
            });
            peer.says("2[\"a\"]");
            settle();
            assertThat(peer.client().isOpen()).isTrue();
        }
    }

    @Nested
    class On_container_threads extends Suite {
        On_container_threads() {
            super(Dispatch.CONTAINER);
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR);
        }
    }
}
