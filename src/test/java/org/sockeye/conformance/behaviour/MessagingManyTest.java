package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Broadcaster;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;

class MessagingManyTest {

    private static final byte[] BYTES = {1, 2, 3};

    abstract static class Suite extends Behaviour {

        Suite(Transport transport) {
            super(transport);
        }

        @Test
        @Covers("Server.emit")
        void everyone_in_a_namespace_is_told_and_nobody_else() {
            SocketIoServer io = start();
            SocketClient one = client();
            SocketClient two = client();
            SocketClient elsewhere = client("/test");
            io.emit("a", "b");
            assertThat(one.heard()).containsExactly("2[\"a\",\"b\"]");
            assertThat(two.heard()).containsExactly("2[\"a\",\"b\"]");
            assertThat(elsewhere.heard()).isEmpty();
        }

        @Test
        void everyone_in_a_namespace_is_sent_bytes() {
            SocketIoServer io = start();
            SocketClient one = client();
            SocketClient two = client();
            SocketClient elsewhere = client("/test");
            io.emit("bin", BYTES);
            for (SocketClient client : new SocketClient[] {one, two}) {
                assertThat(client.heard())
                        .containsExactly("51-[\"bin\",{\"_placeholder\":true,\"num\":0}]", "0x010203");
            }
            assertThat(elsewhere.heard()).isEmpty();
        }

        @Test
        @Covers({"Socket.broadcast", "BroadcastOperator.emit"})
        void a_socket_tells_everyone_but_itself() {
            start();
            SocketClient one = client();
            SocketClient two = client();
            SocketClient elsewhere = client("/test");
            socketOf(two).broadcast().emit("a", "b");
            assertThat(one.heard()).containsExactly("2[\"a\",\"b\"]");
            assertThat(two.heard()).isEmpty();
            assertThat(elsewhere.heard()).isEmpty();
        }

        @Test
        @Covers({"Server.in", "Socket.join", "BroadcastOperator.emit"})
        void those_in_a_room_are_told() {
            SocketIoServer io = start();
            SocketClient inside = client();
            SocketClient outside = client();
            socketOf(inside).join("woot");
            io.in("woot").emit("a");
            assertThat(inside.heard()).containsExactly("2[\"a\"]");
            assertThat(outside.heard()).isEmpty();
        }

        @Test
        @Covers({"Server.in", "BroadcastOperator.in"})
        void whoever_is_in_two_rooms_is_told_once() {
            SocketIoServer io = start();
            SocketClient one = client();
            SocketClient two = client();
            socketOf(one).join("woot");
            socketOf(one).join("test");
            socketOf(two).join("third");
            io.in("woot").in("test").emit("a");
            io.in("third").emit("b");
            assertThat(one.heard()).containsExactly("2[\"a\"]");
            assertThat(two.heard()).containsExactly("2[\"b\"]");
        }

        @Test
        @Covers({"Socket.to", "Socket.broadcast", "BroadcastOperator.to", "Socket.emit"})
        void a_socket_tells_those_in_a_room_but_not_itself() {
            start();
            SocketClient outside = client();
            SocketClient inside = client();
            SocketClient sender = client();
            socketOf(outside).join("woot");
            socketOf(inside).join("test");
            socketOf(sender).join("test");
            socketOf(sender).broadcast().to("test").emit("a");
            socketOf(sender).to("test").emit("b", BYTES);
            socketOf(sender).emit("c", BYTES);
            assertThat(outside.heard()).isEmpty();
            assertThat(inside.heard())
                    .containsExactly("2[\"a\"]", "51-[\"b\",{\"_placeholder\":true,\"num\":0}]", "0x010203");
            assertThat(sender.heard()).containsExactly("51-[\"c\",{\"_placeholder\":true,\"num\":0}]", "0x010203");
        }

        @Test
        @Covers({"Socket.broadcast", "BroadcastOperator.except", "Socket.id"})
        void a_socket_leaves_out_another_by_its_id() {
            start();
            SocketClient one = client();
            SocketClient two = client();
            SocketClient three = client();
            socketOf(three).broadcast().except(two.id()).emit("a");
            assertThat(one.heard()).containsExactly("2[\"a\"]");
            assertThat(two.heard()).isEmpty();
            assertThat(three.heard()).isEmpty();
        }

        @Test
        @Covers("Socket.except")
        void a_socket_leaves_out_those_in_a_room() {
            start();
            SocketClient one = client();
            SocketClient two = client();
            SocketClient three = client();
            socketOf(two).join("room1");
            socketOf(three).except("room1").emit("a");
            assertThat(one.heard()).containsExactly("2[\"a\"]");
            assertThat(two.heard()).isEmpty();
            assertThat(three.heard()).isEmpty();
        }

        @Test
        @Covers({"Socket.rooms", "Socket.join", "Socket.leave"})
        void a_socket_knows_its_rooms() {
            start();
            Socket socket = socketOf(client());
            assertThat(socket.rooms()).containsExactly(socket.id());
            socket.join("a");
            socket.join("b", "c");
            assertThat(socket.rooms()).containsExactlyInAnyOrder(socket.id(), "a", "b", "c");
            socket.leave("b");
            socket.leave("unknown");
            assertThat(socket.rooms()).containsExactlyInAnyOrder(socket.id(), "a", "c");
        }

        @Test
        @Covers({"Socket.rooms", "Socket.disconnect"})
        void a_socket_that_is_gone_is_in_no_room() {
            SocketIoServer io = start();
            SocketClient client = client();
            Socket socket = socketOf(client);
            socket.join("a", "b");
            socket.disconnect();
            assertThat(socket.rooms()).isEmpty();
            io.to("a", "b").emit("to nobody");
            assertThat(client.heard()).containsExactly("1");
        }

        /** Each method answers another choice, and leaves the one it was called on as it was. */
        @Test
        @Covers({"Server.to", "BroadcastOperator.to", "BroadcastOperator.except", "BroadcastOperator.compress"})
        void a_choice_of_a_server_may_be_kept_and_narrowed() {
            SocketIoServer io = start();
            SocketClient one = client();
            SocketClient two = client();
            SocketClient three = client();
            socketOf(one).join("room1");
            socketOf(two).join("room2", "room3");
            socketOf(three).join("room4");
            Broadcaster kept = io.to("room1", "room2").except("room3");
            kept.compress(true).emit("hello", 1);
            kept.to("room4").emit("hello", 2);
            kept.except("room1").emit("hello", 3);
            kept.emit("hello", 4);
            assertThat(one.heard()).containsExactly("2[\"hello\",1]", "2[\"hello\",2]", "2[\"hello\",4]");
            assertThat(two.heard()).isEmpty();
            assertThat(three.heard()).containsExactly("2[\"hello\",2]");
        }

        @Test
        @Covers({"Socket.to", "BroadcastOperator.to", "BroadcastOperator.except", "BroadcastOperator.compress"})
        void a_choice_of_a_socket_may_be_kept_and_narrowed() {
            start();
            SocketClient one = client();
            SocketClient two = client();
            SocketClient sender = client();
            socketOf(one).join("room1");
            socketOf(two).join("room4");
            socketOf(sender).join("room1");
            Broadcaster kept = socketOf(sender).to("room1").compress(false).except("room3");
            kept.compress(true).emit("hello", 1);
            kept.to("room4").emit("hello", 2);
            kept.except("room1").emit("hello", 3);
            kept.emit("hello", 4);
            assertThat(one.heard()).containsExactly("2[\"hello\",1]", "2[\"hello\",2]", "2[\"hello\",4]");
            assertThat(two.heard()).containsExactly("2[\"hello\",2]");
            assertThat(sender.heard()).isEmpty();
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
