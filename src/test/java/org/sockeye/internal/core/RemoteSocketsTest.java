package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.AckTimeoutException;
import org.sockeye.DisconnectedException;
import org.sockeye.Dispatch;
import org.sockeye.RemoteSocket;
import org.sockeye.Reply;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.spi.Flags;

/** What is done to sockets, wherever they are. */
class RemoteSocketsTest {

    abstract static class Suite extends ClusterSuite {

        Suite(Dispatch dispatch, CountingExecutor executor) {
            super(dispatch, executor);
        }

        @Nested
        class Sockets {

            @Test
            void are_fetched_from_all_servers() throws Exception {
                List<RemoteSocket> all = result(a.server.fetchSockets());
                assertThat(all)
                        .extracting(RemoteSocket::id)
                        .containsExactlyInAnyOrder(
                                a1.socket().id(),
                                b1.socket().id(),
                                b2.socket().id(),
                                c1.socket().id());
                assertThat(all.get(0)).isSameAs(a1.socket());
                assertThat(result(a.server.of("/").in("red").fetchSockets())).hasSize(2);
                assertThat(result(a.server.of("/").local().fetchSockets())).containsExactly(a1.socket());
                assertThat(result(a.server.of("/other").fetchSockets())).isEmpty();
            }

            @Test
            void are_not_fetched_if_a_server_is_silent() {
                broker.deafen("c");
                CompletionStage<List<RemoteSocket>> stage =
                        a.server.timeout(Duration.ofSeconds(1)).fetchSockets();
                timer.advance(Duration.ofSeconds(1));
                assertThat(failure(AckTimeoutException.class, stage)).hasMessage("A server did not answer");
            }

            @Test
            void of_other_servers_are_known_as_they_were() throws Exception {
                b1.socket().data().put("user", Map.of("name", "Ann", "picture", new byte[] {1, 2}));
                b1.socket().data().put("icon", new byte[] {3});
                RemoteSocket remote = fetched(b1);
                b1.socket().data().put("user", "changed");
                b1.socket().leave("red");
                assertThat(remote.id()).isEqualTo(b1.socket().id());
                assertThat(remote.rooms())
                        .containsExactlyInAnyOrder("red", b1.socket().id());
                assertThat(remote.data().names()).containsExactly("icon", "user");
                assertThat(remote.data().get("icon", byte[].class)).containsExactly(3);
                User user = Objects.requireNonNull(remote.data().get("user", User.class));
                assertThat(user.name()).isEqualTo("Ann");
                assertThat(user.picture()).containsExactly(1, 2);
                assertThat(Objects.requireNonNull(remote.data().as(All.class))
                                .user()
                                .picture())
                        .containsExactly(1, 2);
                assertThat(remote.handshake().auth()).isEqualTo(Map.of("name", "b1"));
                assertThat(remote.handshake().address()).isEqualTo("127.0.0.1");
                assertThat(remote.handshake().url()).isEqualTo("/socket.io/");
                assertThat(remote.handshake().issued())
                        .isEqualTo(b1.socket().handshake().issued());
                assertThat(remote.handshake().isSecure()).isFalse();
                assertThat(remote.toString()).contains(b1.socket().id());
            }

            @Test
            void of_other_servers_are_sent_events() throws Exception {
                RemoteSocket remote = fetched(b1);
                remote.emit("x", 1);
                remote.send("hello");
                remote.asVolatile().compress(false).emit("y");
                remote.timeout(Duration.ofSeconds(1)).asVolatile().emit("z");
                assertThat(b1.client().heard())
                        .containsExactly("2[\"x\",1]", "2[\"message\",\"hello\"]", "2[\"y\"]", "2[\"z\"]");
                assertThat(b2.client().heard()).isEmpty();
                assertThat(b1.client().sent().get(2).flags()).isEqualTo(new Flags(true, false));
            }

            @Test
            void of_other_servers_acknowledge_or_do_not_or_have_gone() throws Exception {
                RemoteSocket remote = fetched(b1);
                CompletionStage<Reply> answered = remote.emitWithAck("x");
                b1.says("30[\"yes\"]");
                assertThat(result(answered).argument(0, String.class)).isEqualTo("yes");
                CompletionStage<Reply> missed =
                        remote.timeout(Duration.ofSeconds(1)).emitWithAck("x");
                timer.advance(Duration.ofSeconds(1));
                failure(AckTimeoutException.class, missed);
                b1.client().breaks(CloseReason.TRANSPORT_CLOSE);
                failure(DisconnectedException.class, remote.emitWithAck("x"));
            }

            @Test
            void of_other_servers_join_and_leave() throws Exception {
                RemoteSocket remote = fetched(b1);
                remote.join("blue", "green");
                remote.leave("red");
                assertThat(b1.socket().rooms()).containsExactly(b1.socket().id(), "blue", "green");
                assertThat(b2.socket().rooms()).hasSize(1);
            }

            @Test
            void of_other_servers_are_disconnected() throws Exception {
                fetched(b1).disconnect();
                assertThat(b1.client().heard()).containsExactly("1");
                assertThat(b1.client().isOpen()).isTrue();
                fetched(b2).disconnect(true);
                assertThat(b2.client().isOpen()).isFalse();
                assertThat(c1.socket().isConnected()).isTrue();
            }

            @Test
            void enter_and_leave_rooms_on_all_servers_or_on_this_one() {
                a.server.socketsJoin("all", "every");
                b.server.of("/").socketsLeave("every");
                a.server.in("red").except(a1.socket().id()).socketsJoin("blue");
                a.server.of("/").local().socketsJoin("here");
                c.server.of("/").in("all").except("red").socketsLeave("all");
                b.server.of("/").socketsJoin("none", "none");
                b.server.socketsLeave("none");
                assertThat(a1.socket().rooms()).containsExactly(a1.socket().id(), "red", "all", "here");
                assertThat(b1.socket().rooms()).containsExactly(b1.socket().id(), "red", "all", "blue");
                assertThat(b2.socket().rooms()).containsExactly(b2.socket().id());
                assertThat(c1.socket().rooms()).containsExactly(c1.socket().id());
            }

            @Test
            void are_disconnected_on_all_servers_or_on_this_one() {
                b.server.local().except("red").disconnectSockets();
                assertThat(b2.client().heard()).containsExactly("1");
                assertThat(b2.client().isOpen()).isTrue();
                assertThat(c1.socket().isConnected()).isTrue();
                a.server.of("/").in("red").disconnectSockets(true);
                assertThat(a1.client().isOpen()).isFalse();
                assertThat(b1.client().isOpen()).isFalse();
                a.server.disconnectSockets();
                assertThat(c1.socket().isConnected()).isFalse();
                assertThat(c1.client().isOpen()).isTrue();
            }
        }

        /** What is noted of a user. */
        public record User(String name, byte[] picture) {}

        /** All that is noted of a socket. */
        public record All(User user, byte[] icon) {}
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

        @Test
        void a_handler_may_wait_for_a_socket_of_another_server() throws Exception {
            RemoteSocket remote = fetched(b1);
            CountDownLatch asked = new CountDownLatch(1);
            a1.socket().on("ask", event -> {
                CompletionStage<Reply> stage = remote.emitWithAck("x");
                asked.countDown();
                log.add(String.valueOf(result(stage).argument(0, String.class)));
            });
            a1.says("2[\"ask\"]");
            CoreSuite.await(asked);
            b1.says("30[\"yes\"]");
            settle();
            assertThat(log).containsExactly("yes");
        }
    }
}
