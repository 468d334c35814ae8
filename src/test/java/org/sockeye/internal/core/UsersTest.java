package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.DisconnectReason;
import org.sockeye.Dispatch;
import org.sockeye.RemoteSocket;
import org.sockeye.RoomListener;
import org.sockeye.Socket;
import org.sockeye.spi.Selector;

/** The sockets of a user, wherever they are. */
class UsersTest {

    /** As of some containers. */
    static final class Nameless implements Principal {
        @Override
        @SuppressWarnings("NullAway") // what a container gives nobody checks
        public String getName() {
            return null;
        }
    }

    abstract static class Suite extends CoreSuite {

        private final List<String> endings = Collections.synchronizedList(new ArrayList<>());
        private @Nullable Peer phone; // these are written before each test, by its thread
        private @Nullable Peer laptop;
        private @Nullable Peer other;
        private @Nullable Peer nobody;

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        @BeforeEach
        void alice_twice_another_and_nobody() throws InterruptedException {
            phone = connectAs("alice", "/");
            laptop = connectAs("alice", "/chat");
            other = connectAs("Alice", "/");
            nobody = connect("/");
            forget();
        }

        private Peer phone() {
            return Objects.requireNonNull(phone);
        }

        private Peer laptop() {
            return Objects.requireNonNull(laptop);
        }

        private List<Peer> everybody() {
            return List.of(phone(), laptop(), Objects.requireNonNull(other), Objects.requireNonNull(nobody));
        }

        private void forget() {
            everybody().forEach(peer -> peer.client().forgetWhatWasHeard());
        }

        private List<List<String>> heard() throws InterruptedException {
            settle();
            return everybody().stream().map(peer -> peer.client().heard()).toList();
        }

        @Test
        void are_reached_in_all_namespaces_by_the_exact_name() throws InterruptedException {
            server.ofUser("alice").emit("mail", 1);
            assertThat(heard())
                    .containsExactly(List.of("2[\"mail\",1]"), List.of("2/chat,[\"mail\",1]"), List.of(), List.of());
        }

        @Test
        void are_reached_in_one_namespace() throws InterruptedException {
            server.of("/chat").ofUser("alice").emit("mail");
            assertThat(heard()).containsExactly(List.of(), List.of("2/chat,[\"mail\"]"), List.of(), List.of());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "bob", "null", "ALICE", "alice ", "*"})
        void of_a_name_that_nobody_has_are_none(String name) throws InterruptedException {
            server.ofUser(name).emit("mail");
            server.ofUser(name).disconnectSockets(true);
            assertThat(heard()).allMatch(List::isEmpty);
            assertThat(phone().socket().isConnected()).isTrue();
        }

        @Test
        void are_a_choice_like_any_other() throws Exception {
            String id = phone().socket().id();
            server.ofUser("alice").except(id).emit("mail");
            assertThat(heard().get(0)).isEmpty();
            assertThat(heard().get(1)).hasSize(1);
            server.ofUser("alice").socketsJoin("friends");
            assertThat(phone().socket().rooms()).containsExactlyInAnyOrder(id, "friends");
            List<RemoteSocket> found =
                    server.ofUser("alice").fetchSockets().toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertThat(found).containsExactlyInAnyOrder(phone().socket(), laptop().socket());
        }

        @Test
        void are_disconnected_and_nobody_else_is() throws InterruptedException {
            phone().socket().onDisconnect((reason, description) -> endings.add("phone " + reason));
            laptop().socket().onDisconnect((reason, description) -> endings.add("laptop " + reason));
            server.ofUser("alice").disconnectSockets();
            settle();
            assertThat(endings)
                    .containsExactlyInAnyOrder(
                            "phone " + DisconnectReason.SERVER_NAMESPACE_DISCONNECT,
                            "laptop " + DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
            assertThat(heard()).containsExactly(List.of("1"), List.of("1/chat,"), List.of(), List.of());
            assertThat(phone().client().isOpen()).isTrue();
            server.ofUser("Alice").disconnectSockets(true);
            settle();
            assertThat(Objects.requireNonNull(other).client().isOpen()).isFalse();
            assertThat(Objects.requireNonNull(nobody).socket().isConnected()).isTrue();
        }

        @Test
        void that_are_not_connected_yet_are_not_let_in_any_more() throws InterruptedException {
            CompletableFuture<Void> decision = new CompletableFuture<>();
            server.of("/slow").useAsync(candidate -> decision);
            List<Socket> connected = Collections.synchronizedList(new ArrayList<>());
            server.of("/slow").onConnection(connected::add);
            laptop().says("0/slow,");
            FakeConnection waits = openAs("alice").says("0/slow,");
            FakeConnection silent = openAs("alice");
            FakeConnection stranger = open().says("0/slow,");
            settle();
            server.ofUser("alice").disconnectSockets();
            decision.complete(null);
            settle();
            assertThat(connected).hasSize(1);
            assertThat(connected.get(0).handshake().principal()).isNull();
            assertThat(laptop().client().heard()).contains("4/slow,{\"message\":\"Connection refused\"}");
            assertThat(waits.isOpen()).isFalse();
            assertThat(silent.isOpen()).isFalse();
            assertThat(stranger.isOpen()).isTrue();
        }

        @Test
        void that_have_left_every_namespace_do_not_come_in_again_after_their_user_was_disconnected()
                throws InterruptedException {
            phone().says("1");
            Objects.requireNonNull(nobody).says("1");
            settle();
            server.ofUser("alice").disconnectSockets();
            assertThat(phone().client().isOpen())
                    .as("as those whose sockets are disconnected")
                    .isTrue();
            server.ofUser("alice").disconnectSockets(true);
            assertThat(phone().client().isOpen()).isFalse();
            assertThat(Objects.requireNonNull(nobody).client().isOpen()).isTrue();
        }

        @Test
        void whose_connections_are_closed_are_told_so_in_every_namespace_also_by_one_that_they_are_not_in_yet()
                throws InterruptedException {
            server.of("/slow").useAsync(candidate -> new CompletableFuture<>());
            laptop().socket().onDisconnect((reason, description) -> endings.add("laptop " + reason));
            laptop().says("0/slow,");
            settle();
            server.of("/slow").ofUser("alice").disconnectSockets(true);
            settle();
            assertThat(laptop().client().heard())
                    .containsExactly("4/slow,{\"message\":\"Connection refused\"}", "1/chat,");
            assertThat(laptop().client().isOpen()).isFalse();
            assertThat(endings).containsExactly("laptop " + DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
        }

        @Test
        void that_are_excepted_keep_their_connections() throws InterruptedException {
            server.ofUser("alice").except(laptop().socket().id()).disconnectSockets(true);
            settle();
            assertThat(phone().client().isOpen()).isFalse();
            assertThat(laptop().socket().isConnected()).isTrue();
            assertThat(laptop().client().isOpen()).isTrue();
        }

        @Test
        void are_named_by_principals_that_are_asked_without_a_lock() {
            List<Boolean> held = Collections.synchronizedList(new ArrayList<>());
            openAs((Principal) () -> {
                held.add(Thread.holdsLock(
                        Objects.requireNonNull(server.running()).newcomers()));
                return "bob";
            });
            server.ofUser("bob").disconnectSockets(true);
            assertThat(held).isNotEmpty().doesNotContain(true);
        }

        /** A client that was in none and is in one by then is looked for there afterwards. */
        @Test
        void are_looked_for_first_where_those_are_found_that_are_in_no_namespace() {
            for (int i = 0; i < 50; i++) {
                server.of("/" + i);
            }
            assertThat(new AllNamespaces(server).all()).first().isSameAs(server.of("/"));
        }

        @Test
        void leave_nothing_behind() throws InterruptedException {
            everybody().forEach(peer -> peer.client().close());
            settle();
            assertThat(server.of("/").rooms().count()).isZero();
            assertThat(server.of("/chat").rooms().count()).isZero();
        }

        @Test
        void do_not_see_the_room_that_they_are_in() {
            Socket socket = phone().socket();
            assertThat(socket.rooms()).containsExactly(socket.id());
            socket.rooms().stream().filter(room -> !room.equals(socket.id())).forEach(socket::leave);
            assertThat(server.of("/").rooms().rooms()).contains("org.sockeye.user:alice");
        }

        @Test
        void are_in_no_room_of_a_user_because_the_application_takes_names_of_rooms_from_clients() {
            Socket stranger = Objects.requireNonNull(nobody).socket();
            String room = "org.sockeye.user:alice";
            assertThatThrownBy(() -> stranger.join("lobby", room))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ofUser");
            assertThatThrownBy(() -> phone().socket().leave(room)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> server.socketsJoin(room)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> server.socketsLeave(room)).isInstanceOf(IllegalArgumentException.class);
            server.of("/").rooms().join(Selector.everyone(), Set.of(room, "lobby"));
            server.of("/").rooms().leave(Selector.everyone(), Set.of(room));
            assertThat(stranger.rooms()).containsExactlyInAnyOrder(stranger.id(), "lobby");
            List<RemoteSocket> alices = server.of("/")
                    .ofUser("alice")
                    .fetchSockets()
                    .toCompletableFuture()
                    .join();
            assertThat(alices).containsExactly(phone().socket());
        }

        @Test
        void are_those_of_who_has_a_name() throws InterruptedException {
            FakeConnection nameless = openAs(new Nameless()).says("0");
            settle();
            nameless.forgetWhatWasHeard();
            server.ofUser("").emit("mail");
            server.ofUser("null").emit("mail");
            assertThat(heard(nameless)).isEmpty();
            assertThatThrownBy(() -> server.ofUser(nothing())).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> server.of("/").ofUser(nothing())).isInstanceOf(NullPointerException.class);
        }

        @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // the test is about that
        private static <T> T nothing() {
            return null;
        }

        @Test
        void are_told_of_to_those_who_watch_rooms() throws InterruptedException {
            List<String> seen = Collections.synchronizedList(new ArrayList<>());
            server.of("/").onRoom(new RoomListener() {
                @Override
                public void created(String room) {
                    seen.add(room);
                }
            });
            connectAs("bob", "/");
            assertThat(seen).contains("org.sockeye.user:bob");
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
