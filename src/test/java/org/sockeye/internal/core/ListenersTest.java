package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.EventListener;
import org.sockeye.EventListener1;
import org.sockeye.EventListener2;
import org.sockeye.OutgoingListener;
import org.sockeye.PayloadException;
import org.sockeye.Socket;
import org.sockeye.TypeRef;
import org.sockeye.features.Covers;

/** Who is told of which event, and for how long. */
class ListenersTest {

    private static final TypeRef<String> TEXT = TypeRef.of(String.class);
    private static final TypeRef<Integer> NUMBER = TypeRef.of(Integer.class);

    abstract static class Suite extends CoreSuite {

        final List<Object> log = Collections.synchronizedList(new ArrayList<>());
        final EventListener first = event -> log.add("first");
        final EventListener second = event -> log.add("second");

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        @Nested
        class Of_an_event {

            @Test
            @Covers("Socket.on")
            void are_called_in_the_order_in_which_they_were_added_as_often_as_they_were() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", first).on("a", second).on("a", first).on("b", second);
                peer.says("2[\"a\"]");
                settle();
                assertThat(log).containsExactly("first", "second", "first");
            }

            @Test
            @Covers("Socket.once")
            void are_called_once_if_they_were_added_for_once() throws InterruptedException {
                Peer peer = connect();
                peer.socket().once("a", first).on("a", second).once("a", first);
                peer.says("2[\"a\"]").says("2[\"a\"]");
                settle();
                assertThat(log).containsExactly("first", "second", "first", "second");
            }

            @Test
            @Covers("Socket.once")
            void are_called_once_with_arguments_of_their_types() throws InterruptedException {
                Peer peer = connect();
                peer.socket()
                        .once("a", Integer.class, (n, event) -> log.add(n))
                        .once("a", NUMBER, (n, event) -> log.add(n))
                        .once("a", Integer.class, String.class, (n, text, event) -> log.add(n + text))
                        .once("a", NUMBER, TEXT, (n, text, event) -> log.add(n + text))
                        .once("a", Integer.class, String.class, int.class, (n, text, m, event) -> log.add(n + text + m))
                        .once("a", NUMBER, TEXT, NUMBER, (n, text, m, event) -> log.add(n + text + m));
                peer.says("2[\"a\",1,\"x\",2]").says("2[\"a\",3,\"y\",4]");
                settle();
                assertThat(log).containsExactly(1, 1, "1x", "1x", "1x2", "1x2");
            }

            @Test
            void that_are_called_once_have_had_their_turn_although_it_did_not_fit_or_they_threw()
                    throws InterruptedException {
                Peer peer = connect();
                peer.socket().once("a", int.class, (n, event) -> log.add(n));
                peer.socket().once("a", event -> {
                    log.add("thrown");
                    throw new IllegalStateException("expected in this test");
                });
                peer.says("2[\"a\",\"x\"]").says("2[\"a\",1]");
                settle();
                assertThat(log).containsExactly("thrown");
            }

            @Test
            void may_call_for_the_next_event_out_of_themselves() throws InterruptedException {
                Peer peer = connect();
                peer.socket().once("a", event -> {
                    log.add("one");
                    event.socket().once("a", again -> log.add("two"));
                });
                peer.says("2[\"a\"]").says("2[\"a\"]").says("2[\"a\"]");
                settle();
                assertThat(log).containsExactly("one", "two");
            }

            @Test
            void that_cannot_read_what_they_ask_for_are_refused_also_for_once() throws InterruptedException {
                Socket socket = connect().socket();
                assertThatExceptionOfType(PayloadException.class)
                        .isThrownBy(() -> socket.once("a", String.class, Thread.class, (a, b, event) -> {}));
                assertThat(socket.listeners("a")).isEmpty();
            }

            @Test
            @Covers("Socket.off")
            void are_taken_out_one_by_one_the_last_first() throws InterruptedException {
                Peer peer = connect();
                EventListener unknown = event -> log.add("unknown");
                peer.socket().on("a", first).on("a", second).on("a", first);
                peer.socket().off("a", first).off("a", unknown).off("b", second);
                assertThat(peer.socket().listeners("a")).containsExactly(first, second);
                peer.says("2[\"a\"]");
                settle();
                assertThat(log).containsExactly("first", "second");
            }

            @Test
            void are_found_whatever_their_arguments() throws InterruptedException {
                Peer peer = connect();
                EventListener1<Integer> one = (n, event) -> log.add(n);
                EventListener2<Integer, String> two = (n, text, event) -> log.add(n);
                peer.socket().on("a", Integer.class, one).once("a", Integer.class, String.class, two);
                assertThat(peer.socket().listeners("a")).containsExactly(one, two);
                peer.socket().off("a", one).off("a", two);
                peer.says("2[\"a\",1]");
                settle();
                assertThat(log).isEmpty();
            }

            @Test
            @Covers({"Socket.off", "Socket.removeAllListeners"})
            void are_taken_out_by_name_or_all_together() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", first).once("a", second).on("b", first).on("c", first);
                peer.socket().off("a");
                peer.says("2[\"a\"]").says("2[\"b\"]");
                settle();
                assertThat(log).containsExactly("first");
                peer.socket().onAny(event -> log.add("any")).off();
                peer.says("2[\"b\"]").says("2[\"c\"]");
                settle();
                assertThat(log).containsExactly("first", "any", "any");
            }

            @Test
            void that_are_taken_out_meanwhile_are_told_of_the_event_whose_turn_it_is() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", event -> event.socket().off("a", second).on("a", first));
                peer.socket().on("a", second);
                peer.says("2[\"a\"]").says("2[\"a\"]");
                settle();
                assertThat(log).containsExactly("second", "first");
            }

            @Test
            @Covers("Socket.listeners")
            void are_listed_in_their_order() throws InterruptedException {
                Socket socket = connect().socket();
                assertThat(socket.listeners("a")).isEmpty();
                socket.on("a", second).once("a", first);
                assertThat(socket.listeners("a")).containsExactly(second, first);
            }

            @Test
            void leave_nothing_behind_however_many_names_they_had() {
                EventListeners listeners = new EventListeners();
                for (int i = 0; i < 100; i++) {
                    String name = "reply " + i;
                    listeners.add(name, Registration.once(first, first));
                    listeners.of(name).forEach(registration -> listeners.isNext(name, registration));
                    listeners.add(name, Registration.always(second, second));
                    listeners.remove(name, second);
                }
                assertThat(listeners.count()).isZero();
            }

            @Test
            void may_be_added_and_taken_out_by_many_threads() throws InterruptedException {
                Peer peer = connect();
                IntStream.range(0, 20)
                        .forEach(n ->
                                executor.execute(() -> IntStream.range(0, 100).forEach(i -> peer.socket()
                                        .on("a", first)
                                        .onAny(first)
                                        .off("a", first)
                                        .offAny(first))));
                settle();
                assertThat(peer.socket().listeners("a")).isEmpty();
                assertThat(peer.socket().listenersAny()).isEmpty();
            }
        }

        @Nested
        class Of_any_event {

            @Test
            @Covers("Socket.onAny")
            void are_called_with_the_name_before_those_of_the_event() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", first);
                peer.socket().onAny(event -> log.add(event.name() + event.argument(0, String.class)));
                peer.says("2[\"a\",\"x\"]").says("2[\"b\",\"y\"]");
                settle();
                assertThat(log).containsExactly("ax", "first", "by");
            }

            @Test
            @Covers("Socket.prependAny")
            void may_be_put_before_the_others() throws InterruptedException {
                Peer peer = connect();
                peer.socket().onAny(first).prependAny(second);
                peer.says("2[\"a\"]");
                settle();
                assertThat(log).containsExactly("second", "first");
            }

            @Test
            @Covers("Socket.offAny")
            void are_taken_out_one_by_one_the_first_first_or_all_together() throws InterruptedException {
                Peer peer = connect();
                peer.socket().onAny(first).onAny(second).onAny(first).offAny(first);
                peer.says("2[\"a\"]");
                settle();
                assertThat(log).containsExactly("second", "first");
                peer.socket().offAny();
                peer.says("2[\"a\"]");
                settle();
                assertThat(log).hasSize(2);
            }

            @Test
            @Covers("Socket.listenersAny")
            void are_listed_in_their_order() throws InterruptedException {
                Socket socket = connect().socket();
                assertThat(socket.listenersAny()).isEmpty();
                socket.onAny(first).prependAny(second);
                assertThat(socket.listenersAny()).containsExactly(second, first);
            }

            @Test
            void that_throw_disturb_nobody() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", first);
                peer.socket().onAny(event -> {
                    throw new IllegalStateException("expected in this test");
                });
                peer.socket().onAny(second);
                peer.says("2[\"a\"]");
                settle();
                assertThat(log).containsExactly("second", "first");
            }
        }

        @Nested
        class Of_outgoing_events {

            final OutgoingListener noting = event -> log.add(event.name() + event.argument(0, String.class));

            @Test
            @Covers("Socket.onAnyOutgoing")
            void are_told_of_every_event_before_it_is_sent_and_of_no_acknowledgement() throws InterruptedException {
                Peer peer = connect();
                peer.socket().onAnyOutgoing(event -> {
                    log.add(event.name() + event.argument(0, String.class) + event.argument(1, TEXT) + event.count());
                    log.add(peer.client().heard().size());
                });
                peer.socket().on("ask", event -> event.answer("answer"));
                peer.socket().emit("a", "x");
                peer.socket().emitWithAck("b", "y", "z");
                peer.says("20[\"ask\"]");
                settle();
                assertThat(log).containsExactly("axnull1", 0, "byz2", 1);
            }

            @Test
            @Covers("Socket.onAnyOutgoing")
            void are_told_by_the_thread_that_emits_also_by_broadcasts() throws InterruptedException {
                Peer peer = connect("/chat");
                peer.socket().onAnyOutgoing(noting);
                peer.socket().onAnyOutgoing(event -> log.add(Thread.currentThread()));
                server.of("/chat").emit("all", "x");
                server.of("/chat").except(peer.socket().id()).emit("others", "x");
                peer.socket().asVolatile().emit("lossy", "y");
                assertThat(log).containsExactly("allx", Thread.currentThread(), "lossyy", Thread.currentThread());
            }

            @Test
            @Covers({"Socket.prependAnyOutgoing", "Socket.listenersAnyOutgoing"})
            void may_be_put_before_the_others() throws InterruptedException {
                Peer peer = connect();
                OutgoingListener before = event -> log.add("before");
                peer.socket().onAnyOutgoing(noting).prependAnyOutgoing(before);
                peer.socket().emit("a", "x");
                assertThat(log).containsExactly("before", "ax");
                assertThat(peer.socket().listenersAnyOutgoing()).containsExactly(before, noting);
            }

            @Test
            @Covers("Socket.offAnyOutgoing")
            void are_taken_out_one_by_one_or_all_together() throws InterruptedException {
                Peer peer = connect();
                peer.socket().onAnyOutgoing(noting).onAnyOutgoing(noting).offAnyOutgoing(noting);
                peer.socket().emit("a", "x");
                peer.socket().offAnyOutgoing().emit("b", "y");
                assertThat(log).containsExactly("ax");
                assertThat(peer.client().heard()).hasSize(2);
            }

            @Test
            void can_change_nothing_of_what_is_sent_and_stop_nothing() throws InterruptedException {
                Peer peer = connect();
                peer.socket().onAnyOutgoing(event -> {
                    byte[] bytes = event.argument(0, byte[].class);
                    if (bytes != null) {
                        bytes[0] = 9;
                    }
                    throw new IllegalStateException("expected in this test");
                });
                peer.socket().onAnyOutgoing(event -> log.add("told"));
                peer.socket().emit("a", new byte[] {1});
                server.emit("b", new byte[] {2});
                assertThat(peer.client().heard()).contains("<1>", "<2>");
                assertThat(log).containsExactly("told", "told");
            }

            @Test
            void may_emit_themselves() throws InterruptedException {
                Peer peer = connect();
                peer.socket().onAnyOutgoing(event -> {
                    if (event.name().equals("a")) {
                        peer.socket().emit("b");
                    }
                });
                peer.socket().emit("a");
                assertThat(peer.client().heard()).containsExactly("2[\"b\"]", "2[\"a\"]");
            }

            @Test
            void are_not_told_of_what_is_not_sent() throws InterruptedException {
                Peer peer = connect();
                peer.socket().onAnyOutgoing(noting);
                assertThatExceptionOfType(PayloadException.class)
                        .isThrownBy(() -> peer.socket().emit("a", new Object()));
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(() -> peer.socket().emit("connect", "x"));
                peer.says("1");
                settle();
                peer.socket().emit("a", "x");
                assertThat(log).isEmpty();
            }
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
