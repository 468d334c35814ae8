package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.DisconnectReason;
import org.sockeye.Dispatch;
import org.sockeye.ErrorListener;
import org.sockeye.PayloadException;
import org.sockeye.Socket;
import org.sockeye.SocketError;
import org.sockeye.SocketError.Kind;
import org.sockeye.harness.CapturedLog;
import org.sockeye.internal.engine.CloseReason;

/** Who is told what goes wrong. */
class ErrorListenersTest {

    private static final String INVALID =
            "30[{\"error\":{\"code\":\"invalid_payload\",\"message\":\"The payload does not fit at [0]\",\"path\":\"[0]\"}}]";

    abstract static class Suite extends CoreSuite {

        final List<SocketError> told = Collections.synchronizedList(new ArrayList<>());
        final List<SocketError> toldOfSocket = Collections.synchronizedList(new ArrayList<>());
        final RuntimeException expected = new IllegalStateException("expected in this test");
        final List<Object> log = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        private void assertTold(Kind kind, @Nullable Socket socket, @Nullable String event) {
            assertThat(told).singleElement().satisfies(error -> {
                assertThat(error.kind()).isEqualTo(kind);
                assertThat(error.socket()).isSameAs(socket);
                assertThat(error.event()).isEqualTo(event);
                assertThat(error.path()).isNull();
                assertThat(error.cause()).isSameAs(expected);
            });
        }

        @Nested
        class Of_the_server {

            @Test
            void are_told_what_a_listener_of_an_event_throws() throws InterruptedException {
                server.onError(told::add);
                Peer peer = connect();
                peer.socket().onError(toldOfSocket::add).on("a", event -> {
                    throw expected;
                });
                peer.says("20[\"a\"]");
                assertThat(heard(peer.client())).isEmpty();
                assertTold(Kind.LISTENER, peer.socket(), "a");
                assertThat(toldOfSocket).isEmpty();
            }

            @Test
            void are_told_what_a_listener_of_any_event_throws() throws InterruptedException {
                server.onError(told::add);
                Peer peer = connect();
                peer.socket().onAny(event -> {
                    throw expected;
                });
                peer.says("2[\"a\"]");
                settle();
                assertTold(Kind.LISTENER, peer.socket(), "a");
            }

            @Test
            void are_told_what_a_listener_of_connections_throws() throws InterruptedException {
                server.onError(told::add).onConnection(socket -> {
                    throw expected;
                });
                Peer peer = connect();
                assertTold(Kind.LISTENER, peer.socket(), null);
            }

            @Test
            void are_told_what_a_listener_of_the_disconnection_throws() throws InterruptedException {
                server.onError(told::add);
                Peer peer = connect();
                peer.socket().onDisconnect((reason, description) -> {
                    throw expected;
                });
                peer.client().breaks(CloseReason.TRANSPORT_CLOSE);
                settle();
                assertTold(Kind.LISTENER, peer.socket(), null);
            }

            @Test
            void are_told_what_a_listener_of_outgoing_events_throws() throws InterruptedException {
                server.onError(told::add);
                Peer peer = connect();
                peer.socket().onAnyOutgoing(event -> {
                    throw expected;
                });
                peer.socket().emit("a");
                assertTold(Kind.LISTENER, peer.socket(), "a");
                assertThat(peer.client().heard()).containsExactly("2[\"a\"]");
            }

            @Test
            void are_told_what_a_middleware_of_the_namespace_throws_unless_it_refuses() throws InterruptedException {
                server.onError(told::add).use(candidate -> {
                    throw expected;
                });
                server.of("/polite").use(candidate -> {
                    throw new ConnectionRefusedException("no");
                });
                FakeConnection client = open().says("0").says("0/polite,");
                assertThat(heard(client)).allMatch(packet -> packet.startsWith("4"));
                assertThat(told).singleElement().satisfies(error -> {
                    assertThat(error.kind()).isEqualTo(Kind.MIDDLEWARE);
                    assertThat(error.cause()).isSameAs(expected);
                });
            }

            @Test
            void are_told_all_of_them_whatever_one_throws() throws InterruptedException {
                ErrorListener failing = error -> {
                    throw new IllegalArgumentException("expected in this test, too");
                };
                server.onError(failing).onError(told::add);
                Peer peer = connect();
                peer.socket().on("a", event -> {
                    throw expected;
                });
                peer.socket().on("a", event -> log.add("heard"));
                peer.says("2[\"a\"]");
                settle();
                assertTold(Kind.LISTENER, peer.socket(), "a");
                assertThat(log).containsExactly("heard");
            }

            @Test
            void have_nothing_logged_of_what_they_are_told() throws InterruptedException {
                try (CapturedLog lines = new CapturedLog("org.sockeye.core")) {
                    Peer peer = connect();
                    peer.socket().on("a", event -> {
                        throw expected;
                    });
                    peer.says("2[\"a\"]");
                    settle();
                    assertThat(lines.text()).contains("A listener of event \"a\" threw");
                    server.onError(told::add);
                    peer.says("2[\"a\"]");
                    settle();
                    assertThat(lines.text()).containsOnlyOnce("threw");
                }
            }
        }

        @Nested
        class Of_a_payload_that_does_not_fit {

            @Test
            void are_told_of_the_socket_and_the_server_with_the_path() throws InterruptedException {
                server.onError(told::add);
                Peer peer = connect();
                peer.socket().onError(toldOfSocket::add);
                peer.socket().on("a", String.class, int.class, (text, number, event) -> log.add("no"));
                peer.says("2[\"a\",\"x\",\"y\"]").says("2[\"a\",\"x\"]");
                settle();
                assertThat(log).isEmpty();
                assertThat(told).isEqualTo(toldOfSocket).hasSize(2).allSatisfy(error -> {
                    assertThat(error.kind()).isEqualTo(Kind.PAYLOAD);
                    assertThat(error.socket()).isSameAs(peer.socket());
                    assertThat(error.event()).isEqualTo("a");
                    assertThat(error.path()).isEqualTo("[1]");
                    assertThat(error.cause())
                            .isInstanceOfSatisfying(PayloadException.class, cause -> assertThat(cause.path())
                                    .isEqualTo("[1]"));
                });
            }

            @Test
            void are_told_of_what_a_listener_asks_for_itself() throws InterruptedException {
                server.onError(told::add);
                Peer peer = connect();
                peer.socket().on("a", event -> event.argument(1, int.class));
                peer.says("2[\"a\",\"x\",\"y\"]");
                settle();
                assertThat(told).extracting(SocketError::kind).containsExactly(Kind.PAYLOAD);
            }

            @Test
            void are_not_told_so_of_another_value_that_the_listener_cannot_read_or_write() throws InterruptedException {
                server.onError(told::add);
                Peer peer = connect();
                peer.socket().on("a", event -> event.socket().emit("b", new Object()));
                peer.says("20[\"a\"]");
                assertThat(heard(peer.client())).isEmpty();
                assertThat(told).extracting(SocketError::kind).containsExactly(Kind.LISTENER);
            }
        }

        @Nested
        class An_acknowledgement_whose_payload {

            private List<String> heardAfter(Peer peer) throws InterruptedException {
                peer.says("20[\"a\",\"x\"]");
                return heard(peer.client());
            }

            @Test
            void fits_nobody_is_answered_with_where_it_does_not() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", int.class, (number, event) -> {});
                peer.socket().on("a", byte[].class, (bytes, event) -> {});
                assertThat(heardAfter(peer)).containsExactly(INVALID);
            }

            @Test
            void fits_nobody_is_answered_also_when_somebody_watches_any_event() throws InterruptedException {
                Peer peer = connect();
                peer.socket().onAny(event -> log.add("seen"));
                peer.socket().on("a", int.class, (number, event) -> {});
                assertThat(heardAfter(peer)).containsExactly(INVALID);
            }

            @Test
            void does_not_fit_the_only_one_who_looks_at_any_event_is_answered() throws InterruptedException {
                Peer peer = connect();
                peer.socket().onAny(event -> event.argument(0, int.class));
                assertThat(heardAfter(peer)).containsExactly(INVALID);
            }

            @Test
            void fits_somebody_is_left_to_that_listener() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", int.class, (number, event) -> {});
                peer.socket().on("a", String.class, (text, event) -> {});
                assertThat(heardAfter(peer)).isEmpty();
            }

            @Test
            void fits_somebody_who_throws_is_not_answered() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", int.class, (number, event) -> {});
                peer.socket().on("a", String.class, (text, event) -> {
                    throw expected;
                });
                assertThat(heardAfter(peer)).isEmpty();
            }

            @Test
            void fits_nobody_is_not_answered_again() throws InterruptedException {
                Peer peer = connect();
                peer.socket().onAny(event -> event.answer("seen"));
                peer.socket().on("a", int.class, (number, event) -> {});
                assertThat(heardAfter(peer)).containsExactly("30[\"seen\"]");
            }

            @Test
            void nobody_listens_to_is_not_answered() throws InterruptedException {
                assertThat(heardAfter(connect())).isEmpty();
            }

            @Test
            void fits_nobody_has_no_answer_where_none_was_asked_for() throws InterruptedException {
                Peer peer = connect();
                peer.socket().on("a", int.class, (number, event) -> {});
                peer.says("2[\"a\",\"x\"]");
                assertThat(heard(peer.client())).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"error", "connection", "new_namespace"})
        void no_event_of_a_client_reaches_them_whatever_its_name(String name) throws InterruptedException {
            server.onError(told::add);
            server.onConnection(socket -> log.add("connection"));
            Peer peer = connect();
            peer.socket().onError(toldOfSocket::add).onDisconnect((reason, description) -> log.add("disconnected"));
            peer.socket().on(name, event -> log.add(event.name()));
            peer.says("2[\"" + name + "\",\"x\"]");
            settle();
            assertThat(log).containsExactly("connection", name);
            assertThat(told).isEmpty();
            assertThat(toldOfSocket).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
        void a_reserved_name_from_a_client_reaches_nobody_and_ends_the_connection(String name)
                throws InterruptedException {
            server.onError(told::add);
            Peer peer = connect();
            peer.socket()
                    .onAny(event -> log.add("any"))
                    .use(event -> log.add("middleware"))
                    .onError(toldOfSocket::add)
                    .onDisconnect((reason, description) -> log.add(reason));
            peer.says("2[\"" + name + "\",\"x\"]");
            settle();
            assertThat(log).containsExactly(DisconnectReason.FORCED_CLOSE);
            assertThat(peer.client().isOpen()).isFalse();
            assertThat(told).isEmpty();
            assertThat(toldOfSocket).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
        void a_reserved_name_is_refused_wherever_a_name_is_given(String name) throws InterruptedException {
            Socket socket = connect().socket();
            socket.onAnyOutgoing(event -> log.add("sent"));
            List<Runnable> refused = List.of(
                    () -> socket.on(name, String.class, (text, event) -> {}),
                    () -> socket.once(name, event -> {}),
                    () -> socket.once(name, String.class, (text, event) -> {}),
                    () -> socket.emit(name, Map.of()),
                    () -> socket.asVolatile().emit(name),
                    () -> socket.compress(false).emitWithAck(name));
            assertThat(refused).allSatisfy(call -> assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(call::run)
                    .withMessage("\"" + name + "\" is a reserved event name"));
            assertThat(log).isEmpty();
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
