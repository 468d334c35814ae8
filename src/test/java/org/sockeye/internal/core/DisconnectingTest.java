package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockeye.Dispatch;
import org.sockeye.Socket;
import org.sockeye.features.Covers;
import org.sockeye.internal.engine.CloseReason;

class DisconnectingTest {

    abstract static class Suite extends CoreSuite {

        final List<String> log = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        /** A client in one more namespace. */
        Socket enter(Peer peer, String namespace) throws InterruptedException {
            server.of(namespace)
                    .onConnection(
                            socket -> socket.onDisconnect((reason, description) -> log.add(namespace + " " + reason)));
            peer.says("0" + namespace + ",");
            settle();
            peer.client().forgetWhatWasHeard();
            return server.of(namespace).sockets().iterator().next();
        }

        Peer watched() throws InterruptedException {
            Peer peer = connect();
            peer.socket().onDisconnect((reason, description) -> log.add("/ " + reason));
            return peer;
        }

        @Test
        @Covers({"Socket.on", "Socket.rooms"})
        void is_told_of_while_the_rooms_are_still_known_but_reach_nobody() throws InterruptedException {
            Peer peer = connect();
            peer.socket().join("room");
            peer.socket()
                    .onDisconnect((reason, description) ->
                            log.add("gone from " + peer.socket().rooms()));
            peer.socket().onDisconnecting((reason, description) -> {
                peer.socket().leave("other", peer.socket().id());
                log.add(reason + " by " + description + " from " + peer.socket().rooms()
                        + server.of("/").rooms().count() + peer.socket().isConnected());
            });
            peer.client().breaks(CloseReason.TRANSPORT_ERROR, "a bad cable");
            settle();
            assertThat(log).containsExactly("transport error by a bad cable from [room]0false", "gone from []");
            peer.socket().onDisconnecting((reason, description) -> log.add("late"));
            settle();
            assertThat(log).last().isEqualTo("late");
        }

        @Test
        void by_the_client_leaves_its_other_namespaces() throws InterruptedException {
            Peer peer = watched();
            Socket admin = enter(peer, "/admin");
            peer.says("1/admin,");
            settle();
            assertThat(log).containsExactly("/admin client namespace disconnect");
            assertThat(admin.isConnected()).isFalse();
            assertThat(peer.socket().isConnected()).isTrue();
            assertThat(peer.client().heard()).isEmpty();
            peer.says("0/admin,");
            assertThat(heard(peer.client())).singleElement().asString().startsWith("0/admin,");
            assertThat(server.of("/admin").sockets()).hasSize(1).doesNotContain(admin);
        }

        @Test
        void by_the_server_tells_the_client() throws InterruptedException {
            Peer peer = watched();
            Socket admin = enter(peer, "/admin");
            admin.disconnect();
            admin.disconnect(false);
            settle();
            assertThat(log).containsExactly("/admin server namespace disconnect");
            assertThat(peer.client().heard()).containsExactly("1/admin,");
            assertThat(peer.client().isOpen()).isTrue();
        }

        @Test
        void from_everything_closes_the_connection() throws InterruptedException {
            Peer peer = watched();
            Socket admin = enter(peer, "/admin");
            admin.disconnect(true);
            settle();
            assertThat(log)
                    .containsExactlyInAnyOrder("/ server namespace disconnect", "/admin server namespace disconnect");
            assertThat(peer.client().heard()).containsExactlyInAnyOrder("1", "1/admin,");
            assertThat(peer.client().isOpen()).isFalse();
            assertThat(server.clientsCount()).isZero();
        }

        @ParameterizedTest
        @EnumSource(CloseReason.class)
        void with_the_connection_has_its_reason_word_for_word(CloseReason reason) throws InterruptedException {
            Peer peer = watched();
            enter(peer, "/admin");
            peer.client().breaks(reason);
            settle();
            assertThat(log).containsExactlyInAnyOrder("/ " + reason.text(), "/admin " + reason.text());
        }

        @Test
        void by_a_packet_of_a_wrong_state_says_so() throws InterruptedException {
            Peer peer = watched();
            peer.says("4{}");
            settle();
            assertThat(log).containsExactly("/ forced server close");
        }

        @Test
        void is_told_when_the_rooms_are_left_and_once() throws InterruptedException {
            Peer peer = watched();
            peer.socket().join("room");
            peer.socket().onDisconnect((reason, description) -> {
                log.add("rooms " + peer.socket().rooms() + peer.socket().isConnected());
                throw new IllegalStateException("expected in this test");
            });
            peer.socket().onDisconnect((reason, description) -> log.add("last"));
            peer.says("1");
            peer.client().breaks(CloseReason.TRANSPORT_ERROR);
            peer.socket().disconnect();
            settle();
            assertThat(log).containsExactly("/ client namespace disconnect", "rooms []false", "last");
        }

        @Test
        void is_told_to_a_listener_that_comes_late() throws InterruptedException {
            Peer peer = watched();
            peer.client().breaks(CloseReason.PING_TIMEOUT);
            settle();
            peer.socket().onDisconnect((reason, description) -> log.add("late " + reason));
            settle();
            assertThat(log).containsExactly("/ ping timeout", "late ping timeout");
        }

        @Test
        void of_the_server_disconnects_everyone_once() throws InterruptedException {
            Peer one = watched();
            enter(one, "/admin");
            server.onClose(() -> log.add("closed with " + server.clientsCount()));
            server.close();
            server.close();
            settle();
            assertThat(log)
                    .containsExactlyInAnyOrder(
                            "/ server shutting down", "/admin server shutting down", "closed with 0");
            assertThat(one.client().isOpen()).isFalse();
            server.onClose(() -> log.add("late"));
            assertThat(log).contains("late");
        }

        @Test
        void of_the_server_refuses_who_comes_afterwards() throws InterruptedException {
            FakeConnection before = open();
            server.close();
            FakeConnection after = open();
            assertThat(before.isOpen()).isFalse();
            assertThat(after.isOpen()).isFalse();
            assertThat(after.says("0").heard()).isEmpty();
            assertThat(server.clientsCount()).isZero();
            assertThat(timer.pending()).isZero();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::start);
        }
    }

    @Nested
    class On_container_threads extends Suite {
        On_container_threads() {
            super(Dispatch.CONTAINER);
        }

        @Test
        void while_a_handler_runs_is_told_after_it() throws InterruptedException {
            Peer peer = watched();
            peer.socket().on("a", event -> {
                peer.client().breaks(CloseReason.TRANSPORT_CLOSE);
                log.add("handled");
            });
            peer.says("2[\"a\"]");
            settle();
            assertThat(log).containsExactly("handled", "/ transport close");
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR);
        }

        @Test
        void by_the_client_comes_after_what_it_said_before() throws InterruptedException {
            Peer peer = watched();
            CountDownLatch release = new CountDownLatch(1);
            peer.socket().on("a", event -> {
                await(release);
                log.add("a");
            });
            peer.says("2[\"a\"]").says("2[\"a\"]").says("1");
            assertThat(peer.socket().isConnected()).isFalse();
            release.countDown();
            settle();
            assertThat(log).containsExactly("a", "a", "/ client namespace disconnect");
        }

        @Test
        void by_the_server_drops_what_waits() throws InterruptedException {
            Peer peer = watched();
            CountDownLatch release = new CountDownLatch(1);
            peer.socket().on("a", event -> {
                await(release);
                log.add("a");
                event.socket().disconnect();
            });
            peer.says("2[\"a\"]").says("2[\"a\"]");
            release.countDown();
            settle();
            assertThat(log).containsExactly("a", "/ server namespace disconnect");
        }
    }
}
