package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.Dispatch;
import org.sockeye.PayloadException;
import org.sockeye.Socket;
import org.sockeye.TypeRef;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.protocol.Frame;

class EventsTest {

    abstract static class Suite extends CoreSuite {

        final List<@Nullable Object> log = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        @Nested
        class From_a_client {

            @Test
            void reach_each_listener_of_their_name_in_order() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", event -> log.add("first " + event.argument(0, String.class)));
                peer.socket().on("a", String.class, (text, event) -> log.add("second " + text));
                peer.socket().on("b", event -> log.add("other"));
                peer.says("2[\"a\",\"x\"]").says("2[\"a\",\"y\"]");
                settle();
                assertThat(log).containsExactly("first x", "second x", "first y", "second y");
            }

            @Test
            void have_their_arguments_bound_to_the_types_asked_for() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", String.class, int.class, (text, number, event) -> log.add(text + number));
                peer.socket()
                        .on("a", String.class, Integer.class, String.class, (a, b, c, event) -> log.add(a + b + c));
                peer.socket()
                        .on("a", TypeRef.of(String.class), new TypeRef<Integer>() {}, (a, b, event) -> log.add(a + b));
                peer.says("2[\"a\",\"x\",7]");
                settle();
                assertThat(log).containsExactly("x7", "x7null", "x7");
            }

            @Test
            void that_do_not_fit_a_listener_reach_the_others() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", int.class, (number, event) -> log.add("number " + number));
                peer.socket().on("a", event -> {
                    throw new IllegalStateException("expected in this test");
                });
                peer.socket().on("a", String.class, (text, event) -> log.add("text " + text));
                peer.says("2[\"a\",\"x\"]").says("2[\"a\"]").says("2[\"a\",1]");
                settle();
                assertThat(log).containsExactly("text x", "text null", "number 1");
                assertThat(peer.socket().isConnected()).isTrue();
            }

            @Test
            void are_events_as_they_came() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("7", event -> {
                    assertThat(event.name()).isEqualTo("7");
                    assertThat(event.socket()).isSameAs(peer.socket());
                    assertThat(event.count()).isEqualTo(2);
                    assertThat(event.argument(0, byte[].class)).containsExactly(1, 2);
                    assertThat(event.argument(1, String.class)).isNull();
                    assertThat(event.argument(2, String.class)).isNull();
                    assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> event.argument(2, int.class));
                    assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .isThrownBy(() -> event.argument(-1, String.class));
                    assertThat(event.acknowledgement().isRequested()).isFalse();
                    log.add("checked");
                });
                peer.client()
                        .says("51-[7,{\"_placeholder\":true,\"num\":0},null]")
                        .says(new byte[] {1, 2});
                settle();
                assertThat(log).containsExactly("checked");
            }

            @ParameterizedTest
            @ValueSource(strings = {"error", "connection", "new_namespace", "__proto__", "toString", ""})
            void may_have_names_that_sound_special(String name) throws InterruptedException {
                Peer peer = connect();
                peer.socket().on(name, event -> log.add(event.name()));
                peer.socket().onDisconnect((reason, description) -> log.add("no"));
                peer.says("2[\"" + name + "\"]");
                settle();
                assertThat(log).containsExactly(name);
                assertThat(server.of("/").sockets()).hasSize(1);
            }

            @Test
            void run_with_the_class_loader_of_the_application() throws InterruptedException {
                ClassLoader before = Thread.currentThread().getContextClassLoader();
                Peer peer = connect();
                peer.socket().on("a", event -> log.add(Thread.currentThread().getContextClassLoader()));
                peer.says("2[\"a\"]");
                settle();
                assertThat(log).containsExactly(application);
                assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
            }

            @Test
            void end_with_the_rest_of_a_packet_that_does_not_come() throws InterruptedException {
                start("pingInterval", "100", "pingTimeout", "50");
                Peer peer = connect();
                peer.socket().onDisconnect((reason, description) -> log.add(reason));
                peer.says("51-[\"a\",{\"_placeholder\":true,\"num\":0}]");
                timer.advance(Duration.ofMillis(149));
                assertThat(peer.client().isOpen()).isTrue();
                timer.advance(Duration.ofMillis(1));
                assertThat(peer.client().isOpen()).isFalse();
                settle();
                assertThat(log).hasToString("[forced close]");
            }

            @Test
            void leave_no_deadline_behind_when_all_has_come() throws InterruptedException {
                Peer peer = connect();
                peer.client().says("51-[\"a\",{\"_placeholder\":true,\"num\":0}]");
                assertThat(timer.pending()).isOne();
                peer.client().says(new byte[1]);
                assertThat(timer.pending()).isZero();
            }

            @ParameterizedTest
            @ValueSource(strings = {"x", "2{}", "2abc[\"a\"]", "50-[\"a\"]", "2[\"connect\"]"})
            void that_are_malformed_close_the_connection(String text) throws InterruptedException {
                Peer peer = connect();
                peer.socket().onDisconnect((reason, description) -> log.add(reason));
                peer.socket().on("a", event -> log.add("no"));
                peer.says(text).says("2[\"a\"]");
                settle();
                assertThat(log).hasToString("[forced close]");
                assertThat(peer.client().isOpen()).isFalse();
            }
        }

        @Nested
        class To_a_client {

            @Test
            void are_sent_as_json() throws InterruptedException {
                Peer peer = connect("/chat");
                peer.socket().emit("a");
                peer.socket().emit("b", 1, null, "x", Map.of("k", List.of(true)));
                assertThat(peer.client().heard())
                        .containsExactly("2/chat,[\"a\"]", "2/chat,[\"b\",1,null,\"x\",{\"k\":[true]}]");
            }

            @Test
            void carry_bytes_at_any_depth_right_behind_them() throws InterruptedException {
                Peer peer = connect();
                peer.socket().emit("a", new byte[] {1}, List.of(Map.of("k", new byte[] {2, 3})));
                assertThat(peer.client().heard())
                        .containsExactly(
                                "52-[\"a\",{\"_placeholder\":true,\"num\":0},[{\"k\":{\"_placeholder\":true,\"num\":1}}]]",
                                "<1>",
                                "<2 3>");
                assertThat(peer.client().sent()).hasSize(1);
            }

            @Test
            void are_encoded_when_emit_returns() throws InterruptedException {
                Peer peer = connect();
                byte[] bytes = {1};
                List<Object> list = new ArrayList<>(List.of("before"));
                peer.socket().emit("a", bytes, list);
                bytes[0] = 2;
                list.set(0, "after");
                assertThat(peer.client().heard())
                        .containsExactly("51-[\"a\",{\"_placeholder\":true,\"num\":0},[\"before\"]]", "<1>");
            }

            @Test
            @SuppressWarnings("NullAway") // callers that are not checked do pass null
            void take_an_array_as_one_argument_unless_it_is_of_objects() throws InterruptedException {
                Peer peer = connect();
                peer.socket().emit("a", (Object[]) new String[] {"x", "y"});
                peer.socket().emit("a", (Object) new String[] {"x", "y"});
                peer.socket().emit("a", new Object[] {"x", "y"});
                peer.socket().emit("a", (Object[]) null);
                peer.socket().emit("a", (Object) null);
                assertThat(peer.client().heard())
                        .containsExactly(
                                "2[\"a\",[\"x\",\"y\"]]",
                                "2[\"a\",[\"x\",\"y\"]]",
                                "2[\"a\",\"x\",\"y\"]",
                                "2[\"a\",null]",
                                "2[\"a\",null]");
            }

            @ParameterizedTest
            @ValueSource(
                    strings = {
                        "connect",
                        "connect_error",
                        "disconnect",
                        "disconnecting",
                        "newListener",
                        "removeListener"
                    })
            void may_not_have_a_reserved_name(String name) throws InterruptedException {
                Socket socket = connect().socket();
                List<Runnable> refused = List.of(
                        () -> socket.emit(name),
                        () -> socket.emitWithAck(name),
                        () -> socket.broadcast().emit(name),
                        () -> server.emit(name),
                        () -> server.of("/").emit(name),
                        () -> server.to("room").emit(name),
                        () -> socket.on(name, event -> {}));
                assertThat(refused).allSatisfy(call -> assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(call::run)
                        .withMessage("\"" + name + "\" is a reserved event name"));
            }

            @Test
            void that_cannot_be_written_are_not_sent() throws InterruptedException {
                Peer peer = connect();
                assertThatExceptionOfType(PayloadException.class)
                        .isThrownBy(() -> peer.socket().emit("a", 1, new Object()));
                assertThatExceptionOfType(PayloadException.class)
                        .isThrownBy(() -> peer.socket().emitWithAck("a", new Object()));
                assertThat(peer.client().heard()).isEmpty();
                assertThat(timer.pending()).isZero();
            }

            @Test
            void are_dropped_when_it_has_gone() throws InterruptedException {
                Peer peer = connect();
                peer.says("1");
                peer.socket().emit("a");
                assertThat(peer.client().heard()).isEmpty();
            }

            @Test
            void that_many_threads_emit_arrive_once_whole_and_in_each_threads_order() throws InterruptedException {
                Peer peer = connect();
                int threads = 200;
                int each = 50;
                CountDownLatch go = new CountDownLatch(1);
                CountDownLatch done = new CountDownLatch(threads);
                for (int t = 0; t < threads; t++) {
                    int thread = t;
                    executor.execute(() -> {
                        awaitQuietly(go);
                        IntStream.range(0, each)
                                .forEach(n -> peer.socket().emit("e", thread, n, new byte[] {(byte) thread, (byte) n}));
                        done.countDown();
                    });
                }
                go.countDown();
                await(done);
                List<Outgoing> sent = peer.client().sent();
                assertThat(sent).hasSize(threads * each);
                int[] next = new int[threads];
                for (Outgoing message : sent) {
                    List<Frame> packet = message.frames();
                    assertThat(packet).hasSize(2);
                    byte[] bytes = ((Frame.Binary) packet.get(1)).data();
                    int thread = bytes[0] & 0xff;
                    int n = next[thread]++;
                    assertThat(bytes[1]).isEqualTo((byte) n);
                    assertThat(((Frame.Text) packet.get(0)).wire()).startsWith("451-[\"e\"," + thread + "," + n + ",");
                }
            }
        }

        private static void awaitQuietly(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Test
        void a_type_that_cannot_be_read_is_refused_when_the_listener_is_registered() throws InterruptedException {
            Socket socket = connect().socket();
            assertThatExceptionOfType(PayloadException.class)
                    .isThrownBy(() -> socket.on("a", String.class, Thread.class, (a, b, event) -> {}));
        }
    }

    @Nested
    class On_container_threads extends Suite {
        On_container_threads() {
            super(Dispatch.CONTAINER);
        }

        @Test
        void are_handled_by_the_thread_that_reads_them() throws InterruptedException {
            Peer peer = connect();
            peer.socket().on("a", event -> log.add(Thread.currentThread()));
            peer.says("2[\"a\"]");
            assertThat(log).containsExactly(Thread.currentThread());
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR);
        }

        @Test
        void of_a_client_wait_for_its_handler_and_those_of_others_do_not() throws InterruptedException {
            CountDownLatch other = new CountDownLatch(1);
            Peer slow = connect("/slow");
            Peer quick = connect("/quick");
            slow.socket().on("block", event -> {
                await(other);
                log.add("slow 1");
            });
            slow.socket().on("next", event -> log.add("slow 2"));
            quick.socket().on("go", event -> {
                log.add("quick");
                other.countDown();
            });
            slow.says("2/slow,[\"block\"]").says("2/slow,[\"next\"]");
            quick.says("2/quick,[\"go\"]");
            settle();
            assertThat(log).containsExactly("quick", "slow 1", "slow 2");
        }

        @Test
        void that_wait_for_a_handler_are_bounded() throws InterruptedException {
            start("maxWaitingEvents", "3");
            Peer peer = connect();
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            peer.socket().on("a", event -> {
                log.add("a");
                running.countDown();
                await(release);
            });
            peer.socket().onDisconnect((reason, description) -> log.add(reason));
            peer.says("2[\"a\"]");
            await(running);
            peer.says("2[\"a\"]").says("2[\"a\"]").says("2[\"a\"]");
            assertThat(peer.client().isOpen()).isTrue();
            peer.says("2[\"a\"]");
            assertThat(peer.client().isOpen()).isFalse();
            release.countDown();
            settle();
            assertThat(log).hasToString("[a, forced server close]");
        }

        @Test
        void of_a_busy_client_keep_their_order_over_many_runs() throws InterruptedException {
            start("maxWaitingEvents", "100000");
            Peer peer = connect();
            peer.socket().on("a", int.class, (number, event) -> log.add(number));
            IntStream.range(0, 5_000).forEach(n -> peer.says("2[\"a\"," + n + "]"));
            settle();
            assertThat(log)
                    .hasSize(5_000)
                    .isEqualTo(IntStream.range(0, 5_000).boxed().toList());
        }

        @Test
        void are_handled_by_the_caller_when_the_executor_takes_nothing_more() throws InterruptedException {
            Peer peer = connect();
            peer.socket().on("a", event -> log.add("a"));
            executor.refuseMore();
            peer.says("2[\"a\"]").says("2[\"a\"]");
            assertThat(log).containsExactly("a", "a");
        }
    }
}
