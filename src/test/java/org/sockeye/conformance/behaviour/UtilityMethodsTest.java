package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.RemoteSocket;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.EngineClient;

class UtilityMethodsTest {

    /** Three clients, of which the first is in two rooms, the second in one of them and the third in the other. */
    abstract static class Suite extends Behaviour {

        private final List<SocketClient> clients = new ArrayList<>();
        private final List<Socket> sockets = new ArrayList<>();

        Suite(Transport transport) {
            super(transport);
        }

        private SocketIoServer startWithThree() {
            SocketIoServer io = start();
            for (int i = 0; i < 3; i++) {
                SocketClient client = client();
                clients.add(client);
                sockets.add(socketOf(client));
            }
            sockets.get(0).join("room1", "room2");
            sockets.get(1).join("room1");
            sockets.get(2).join("room2");
            return io;
        }

        private static List<RemoteSocket> fetched(CompletionStage<List<RemoteSocket>> sockets) {
            return EngineClient.get(sockets.toCompletableFuture());
        }

        private List<Socket> those(int... indexes) {
            return Arrays.stream(indexes).mapToObj(sockets::get).toList();
        }

        @Test
        @Covers({"Server.fetchSockets", "Namespace.fetchSockets"})
        void all_sockets_are_fetched() {
            SocketIoServer io = startWithThree();
            assertThat(fetched(io.fetchSockets())).containsExactlyInAnyOrderElementsOf(sockets);
            assertThat(fetched(io.of("/").fetchSockets())).hasSize(3);
            assertThat(fetched(io.of("/other").fetchSockets())).isEmpty();
        }

        @Test
        @Covers("BroadcastOperator.fetchSockets")
        void the_sockets_in_a_room_are_fetched() {
            SocketIoServer io = startWithThree();
            assertThat(fetched(io.in("room1").fetchSockets())).containsExactlyInAnyOrderElementsOf(those(0, 1));
        }

        @Test
        @Covers({"BroadcastOperator.fetchSockets", "RemoteSocket.id", "RemoteSocket.rooms", "RemoteSocket.data"})
        void a_fetched_socket_has_its_id_its_rooms_and_its_data() {
            SocketIoServer io = startWithThree();
            sockets.get(2).data().put("username", "john");
            RemoteSocket remote =
                    fetched(io.in("room2").except("room1").fetchSockets()).get(0);
            assertThat(remote.id()).isEqualTo(clients.get(2).id());
            assertThat(remote.rooms()).containsExactlyInAnyOrder(remote.id(), "room2");
            assertThat(remote.data().get("username", String.class)).isEqualTo("john");
        }

        @Test
        @Covers({"RemoteSocket.emit", "RemoteSocket.join", "RemoteSocket.leave", "RemoteSocket.disconnect"})
        void a_fetched_socket_is_told_moved_and_disconnected() {
            SocketIoServer io = startWithThree();
            RemoteSocket remote =
                    fetched(io.in("room2").except("room1").fetchSockets()).get(0);
            remote.join("room3");
            remote.leave("room2");
            assertThat(sockets.get(2).rooms()).containsExactlyInAnyOrder(remote.id(), "room3");
            remote.emit("hello");
            remote.disconnect();
            assertThat(clients.get(2).heard()).containsExactly("2[\"hello\"]", "1");
        }

        @Test
        @Covers({"Server.socketsJoin", "Namespace.socketsJoin"})
        void all_sockets_join_a_room() {
            SocketIoServer io = startWithThree();
            io.socketsJoin("room7");
            io.of("/").socketsJoin("room8", "room9");
            assertThat(sockets).allSatisfy(socket -> assertThat(socket.rooms()).contains("room7", "room8", "room9"));
        }

        @Test
        @Covers("BroadcastOperator.socketsJoin")
        void the_sockets_in_a_room_join_another() {
            SocketIoServer io = startWithThree();
            io.in("room1").socketsJoin("room3");
            assertThat(those(0, 1))
                    .allSatisfy(socket -> assertThat(socket.rooms()).contains("room3"));
            assertThat(sockets.get(2).rooms()).doesNotContain("room3");
        }

        @Test
        @Covers({"Server.socketsLeave", "Namespace.socketsLeave"})
        void all_sockets_leave_a_room() {
            SocketIoServer io = startWithThree();
            io.socketsLeave("room1");
            assertThat(sockets.get(0).rooms()).contains("room2").doesNotContain("room1");
            assertThat(sockets.get(1).rooms()).doesNotContain("room1");
            io.of("/").socketsLeave("room2");
            assertThat(sockets.get(2).rooms()).containsExactly(clients.get(2).id());
        }

        @Test
        @Covers("BroadcastOperator.socketsLeave")
        void the_sockets_in_a_room_leave_another() {
            SocketIoServer io = startWithThree();
            io.in("room2").socketsLeave("room1");
            assertThat(sockets.get(0).rooms()).contains("room2").doesNotContain("room1");
            assertThat(sockets.get(1).rooms()).contains("room1");
        }

        @Test
        @Covers("Server.disconnectSockets")
        void all_sockets_are_disconnected_with_their_connections() {
            SocketIoServer io = startWithThree();
            io.disconnectSockets(true);
            clients.forEach(SocketClient::awaitEnd);
            assertThat(io.of("/").sockets()).isEmpty();
        }

        @Test
        @Covers("Namespace.disconnectSockets")
        void all_sockets_are_disconnected_from_the_namespace() {
            SocketIoServer io = startWithThree();
            io.of("/").disconnectSockets();
            assertThat(clients).allSatisfy(client -> assertThat(client.heard()).containsExactly("1"));
        }

        @Test
        @Covers("BroadcastOperator.disconnectSockets")
        void the_sockets_in_a_room_are_disconnected() {
            SocketIoServer io = startWithThree();
            io.in("room2").disconnectSockets(true);
            clients.get(0).awaitEnd();
            clients.get(2).awaitEnd();
            assertThat(io.of("/").sockets()).containsExactly(sockets.get(1));
            assertThat(clients.get(1).heard()).isEmpty();
        }
    }

    @Nested
    class By_polling extends Suite {
        By_polling() {
            super(Transport.POLLING);
        }
    }

    @Nested
    class By_WebSocket extends Suite {
        By_WebSocket() {
            super(Transport.WEBSOCKET);
        }
    }
}
