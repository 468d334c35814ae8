package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.AckTimeoutException;
import org.sockeye.Broadcaster;
import org.sockeye.Reply;
import org.sockeye.RoomListener;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.Inbox;

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
            Inbox<Set<String>> afterwards = new Inbox<>();
            socket.onDisconnect((reason, description) -> afterwards.add(socket.rooms()));
            socket.disconnect();
            assertThat(afterwards.next()).isEmpty();
            io.to("a", "b").emit("to nobody");
            assertThat(client.heard()).containsExactly("1");
        }

        /** Each method answers another choice, and leaves the one it was called on as it was. */
        @Test
        @Covers({"Server.local", "BroadcastOperator.to", "BroadcastOperator.except", "BroadcastOperator.compress"})
        void a_choice_of_a_server_may_be_kept_and_narrowed() {
            SocketIoServer io = start();
            SocketClient one = client();
            SocketClient two = client();
            SocketClient three = client();
            socketOf(one).join("room1");
            socketOf(two).join("room2", "room3");
            socketOf(three).join("room4");
            Broadcaster kept = io.local().to("room1", "room2").except("room3");
            kept.compress(true).emit("hello", 1);
            kept.to("room4").emit("hello", 2);
            kept.except("room1").emit("hello", 3);
            kept.emit("hello", 4);
            assertThat(one.heard()).containsExactly("2[\"hello\",1]", "2[\"hello\",2]", "2[\"hello\",4]");
            assertThat(two.heard()).isEmpty();
            assertThat(three.heard()).containsExactly("2[\"hello\",2]");
        }

        @Test
        @Covers({
            "BroadcastOperator.local",
            "BroadcastOperator.to",
            "BroadcastOperator.except",
            "BroadcastOperator.compress"
        })
        void a_choice_of_a_socket_may_be_kept_and_narrowed() {
            start();
            SocketClient one = client();
            SocketClient two = client();
            SocketClient sender = client();
            socketOf(one).join("room1");
            socketOf(two).join("room4");
            socketOf(sender).join("room1");
            Broadcaster kept = socketOf(sender)
                    .broadcast()
                    .local()
                    .compress(false)
                    .to("room1")
                    .except("room3");
            kept.compress(true).emit("hello", 1);
            kept.to("room4").emit("hello", 2);
            kept.except("room1").emit("hello", 3);
            kept.emit("hello", 4);
            assertThat(one.heard()).containsExactly("2[\"hello\",1]", "2[\"hello\",2]", "2[\"hello\",4]");
            assertThat(two.heard()).containsExactly("2[\"hello\",2]");
            assertThat(sender.heard()).isEmpty();
        }

        @Test
        @Covers({"Namespace.adapter", "Socket.join", "Socket.leave"})
        void a_room_is_there_while_somebody_is_in_it() {
            SocketIoServer io = start();
            Inbox<String> rooms = new Inbox<>();
            SocketClient client = client();
            io.of("/").onRoom(new RoomListener() {
                @Override
                public void created(String room) {
                    rooms.add("created " + room);
                }

                @Override
                public void deleted(String room) {
                    rooms.add("deleted " + room);
                }

                @Override
                public void joined(String room, String socketId) {
                    rooms.add(socketId + " joined " + room);
                }

                @Override
                public void left(String room, String socketId) {
                    rooms.add(socketId + " left " + room);
                }
            });
            socketOf(client).join("a");
            socketOf(client).leave("a");
            assertThat(rooms.next(4))
                    .containsExactly("created a", client.id() + " joined a", client.id() + " left a", "deleted a");
        }

        @Nested
        class Asked_for_an_acknowledgement {

            private List<Integer> numbers(List<Reply> replies) {
                return replies.stream()
                        .map(reply -> reply.argument(0, int.class))
                        .toList();
            }

            @Test
            @Covers({"Server.timeout", "BroadcastOperator.emitWithAck"})
            void all_answer() {
                SocketIoServer io = start();
                List<SocketClient> clients = List.of(client(), client(), client());
                CompletableFuture<List<Reply>> replies = io.timeout(Duration.ofSeconds(30))
                        .emitWithAck("some event")
                        .toCompletableFuture();
                for (int i = 0; i < 3; i++) {
                    String event = clients.get(i).next();
                    clients.get(i).send(event.replace("2", "3").replace("\"some event\"", "" + i));
                }
                assertThat(numbers(EngineClient.get(replies))).containsExactlyInAnyOrder(0, 1, 2);
            }

            @Test
            @Covers({"BroadcastOperator.timeout", "BroadcastOperator.emitWithAck"})
            void those_that_answered_in_time_are_in_the_failure() {
                SocketIoServer io = start();
                List<SocketClient> clients = List.of(client(), client(), client());
                io.socketsJoin("all");
                CompletableFuture<List<Reply>> replies = io.to("all")
                        .timeout(Duration.ofSeconds(1))
                        .emitWithAck("some event")
                        .toCompletableFuture();
                for (int i = 0; i < 2; i++) {
                    String event = clients.get(i).next();
                    clients.get(i).send(event.replace("2", "3").replace("\"some event\"", "" + i));
                }
                assertThatThrownBy(() -> replies.get(10, TimeUnit.SECONDS))
                        .cause()
                        .isInstanceOfSatisfying(
                                AckTimeoutException.class, failure -> assertThat(numbers(failure.replies()))
                                        .containsExactlyInAnyOrder(0, 1));
            }

            @Test
            @Covers({"Server.to", "BroadcastOperator.timeout", "BroadcastOperator.emitWithAck"})
            void nobody_answers_at_once() {
                SocketIoServer io = start();
                SocketClient client = client();
                assertThat(EngineClient.get(io.to("room123")
                                .timeout(Duration.ofSeconds(30))
                                .emitWithAck("some event")
                                .toCompletableFuture()))
                        .isEmpty();
                assertThat(client.heard()).isEmpty();
            }
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
