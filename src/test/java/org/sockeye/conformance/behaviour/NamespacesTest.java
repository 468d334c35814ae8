package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.Eventually;
import org.sockeye.harness.Inbox;

class NamespacesTest {

    abstract static class Suite extends Behaviour {

        private final Inbox<Socket> connections = new Inbox<>();

        Suite(Transport transport) {
            super(transport);
        }

        @Test
        @Covers({"Server.sockets", "Server.emit", "Server.on", "Namespace.on", "Namespace.emit", "Server.of"})
        void what_is_done_with_a_server_is_done_with_its_main_namespace() {
            SocketIoServer io = start();
            io.of("/").onConnection(connections::add);
            io.onConnection(connections::add);
            SocketClient client = client();
            assertThat(connections.next(2)).containsOnly(socketOf(client));
            io.emit("one");
            io.of("/").emit("two");
            assertThat(client.heard()).containsExactly("2[\"one\"]", "2[\"two\"]");
        }

        @ParameterizedTest
        @CsvSource({"'',/", "/,/", "abc,/abc", "/abc,/abc"})
        @Covers({"Server.of", "Namespace.on"})
        void the_slash_in_front_of_a_name_may_be_left_out(String name, String asked) {
            start().of(name).onConnection(connections::add);
            SocketClient client = client(asked);
            assertThat(connections.next().id()).isEqualTo(client.id());
        }

        @Test
        @Covers({"Socket.nsp", "Namespace.name", "Server.of"})
        void a_client_may_be_in_many_over_one_connection() {
            SocketIoServer io = start();
            io.of("/chat").onConnection(connections::add);
            io.of("/news").onConnection(connections::add);
            open().connect("/chat").connect("/news");
            assertThat(connections.next(2))
                    .extracting(socket -> socket.namespace().name())
                    .containsExactly("/chat", "/news");
            assertThat(io.clientsCount()).isEqualTo(1);
        }

        @Test
        void every_listener_is_told_of_a_connection() {
            SocketIoServer io = start();
            io.of("/news").onConnection(connections::add);
            io.of("/news").onConnection(connections::add);
            client("/news");
            assertThat(connections.next()).isSameAs(connections.next());
        }

        @Test
        void two_clients_have_two_sockets() {
            start().onConnection(connections::add);
            client();
            client();
            assertThat(connections.next()).isNotSameAs(connections.next());
        }

        @Test
        void a_client_that_asks_for_one_that_is_not_there_is_told_so() {
            start();
            assertThat(open().send("0/doesnotexist,").next())
                    .isEqualTo("4/doesnotexist,{\"message\":\"Invalid namespace\"}");
        }

        @Test
        @Covers("Socket.disconnect")
        void all_sockets_of_a_connection_that_is_closed_are_disconnected() {
            SocketIoServer io = start();
            Inbox<String> gone = new Inbox<>();
            for (String name : List.of("/news", "/chat")) {
                io.of(name).onConnection(socket -> {
                    connections.add(socket);
                    socket.onDisconnect((reason, description) -> gone.add(name));
                });
            }
            SocketClient client = open().connect("/news").connect("/chat");
            connections.next();
            connections.next().disconnect(true);
            assertThat(gone.next(2)).containsExactlyInAnyOrder("/news", "/chat");
            client.awaitEnd();
        }

        @Test
        @Covers({"Socket.on", "Socket.rooms"})
        void a_socket_is_still_in_its_rooms_while_it_is_disconnecting() {
            start();
            Inbox<Set<String>> rooms = new Inbox<>();
            Socket socket = socketOf(client());
            socket.join("a");
            socket.onDisconnecting((reason, description) -> rooms.add(socket.rooms()));
            socket.onDisconnect((reason, description) -> rooms.add(socket.rooms()));
            socket.disconnect();
            assertThat(rooms.next()).containsExactlyInAnyOrder(socket.id(), "a");
            assertThat(rooms.next()).isEmpty();
        }

        @Test
        @Covers("Namespace.sockets")
        void its_sockets_are_those_that_are_connected_to_it() {
            SocketIoServer io = start();
            SocketClient one = client("/chat");
            SocketClient two = client("/chat");
            client("/other");
            assertThat(io.of("/chat").sockets()).extracting(Socket::id).containsExactlyInAnyOrder(one.id(), two.id());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
        void a_reserved_name_is_refused(String name) {
            SocketIoServer io = start();
            assertThatThrownBy(() -> io.emit(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"" + name + "\" is a reserved event name");
            assertThatThrownBy(() -> io.of("/chat").emit(name)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void a_client_that_asks_for_none_is_closed() {
            start("connectTimeout", "300");
            open().awaitEnd();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "/nsp"})
        @Covers("Namespace.except")
        void a_socket_is_left_out_by_its_id(String namespace) {
            SocketIoServer io = start();
            SocketClient one = client(namespace);
            SocketClient two = client(namespace);
            io.of(namespace).except(two.id()).emit("a");
            assertThat(one.heard()).hasSize(1);
            assertThat(two.heard()).isEmpty();
        }

        @Test
        @Covers("Namespace.except")
        void those_in_a_room_are_left_out() {
            SocketIoServer io = start();
            SocketClient one = client("/nsp");
            SocketClient two = client("/nsp");
            socketOf(two).join("room1");
            io.of("/nsp").except("room1").emit("a");
            assertThat(one.heard()).containsExactly("2/nsp,[\"a\"]");
            assertThat(two.heard()).isEmpty();
        }
    }

    @Nested
    class By_polling extends Suite {
        By_polling() {
            super(Transport.POLLING);
        }

        @Test
        @Covers("Namespace.volatile")
        void a_volatile_event_behind_another_is_lost() {
            SocketIoServer io = start();
            SocketClient client = client("/chat");
            io.of("/chat").emit("ev", "data");
            io.of("/chat").asVolatile().emit("ev", "data");
            assertThat(client.heard()).containsExactly("2/chat,[\"ev\",\"data\"]");
        }
    }

    @Nested
    class By_WebSocket extends Suite {
        By_WebSocket() {
            super(Transport.WEBSOCKET);
        }

        @Test
        @Covers("Namespace.volatile")
        void a_volatile_event_of_which_nothing_is_in_the_way_arrives() {
            SocketIoServer io = start();
            SocketClient client = client("/chat");
            Eventually.is(() -> {
                io.of("/chat").asVolatile().emit("ev", "data");
                return client.heard().contains("2/chat,[\"ev\",\"data\"]");
            });
        }
    }
}
