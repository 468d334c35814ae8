package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Reply;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.Eventually;
import org.sockeye.harness.Inbox;

/** What a socket sends: with {@link SocketTest}, the reference's tests of sockets. */
class SocketSendsTest {

    private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":%d}";

    abstract static class Suite extends Behaviour {

        Suite(Transport transport) {
            super(transport);
        }

        @Nested
        class Sends {

            @Test
            @Covers("Socket.emit")
            void text_with_every_kind_of_character() {
                start();
                SocketClient client = client();
                Socket socket = socketOf(client);
                for (int i = 0; i < 3; i++) {
                    socket.emit("hoot", "utf8 \u2014 string \ud83d\ude80");
                }
                assertThat(client.next(3)).containsOnly("2[\"hoot\",\"utf8 \u2014 string \ud83d\ude80\"]");
            }

            @Test
            void bytes() {
                start();
                SocketClient client = client();
                socketOf(client).emit("doge", (Object) new byte[] {1, 2, (byte) 255});
                assertThat(client.next(2))
                        .containsExactly("51-[\"doge\"," + PLACEHOLDER.formatted(0) + "]", "0x0102ff");
            }

            @Test
            @Covers("Socket.emit")
            void bytes_among_other_things_and_within_them() {
                start();
                SocketClient client = client();
                byte[] one = {1};
                byte[] two = {2};
                socketOf(client).emit("multiple", 1, one, "3", List.of(4), two, List.of(one, "swag", two));
                assertThat(client.next(5))
                        .containsExactly(
                                "54-[\"multiple\",1,%s,\"3\",[4],%s,[%s,\"swag\",%s]]"
                                        .formatted(
                                                PLACEHOLDER.formatted(0),
                                                PLACEHOLDER.formatted(1),
                                                PLACEHOLDER.formatted(2),
                                                PLACEHOLDER.formatted(3)),
                                "0x01",
                                "0x02",
                                "0x01",
                                "0x02");
            }

            @Test
            @Covers({"Socket.send", "Server.send", "Namespace.send"})
            void a_message_without_saying_its_name() {
                SocketIoServer io = start();
                SocketClient client = client();
                socketOf(client).send("a", 1);
                io.send("b");
                io.of("/").send("c");
                io.to(client.id()).send("d");
                assertThat(client.next(4))
                        .containsExactly(
                                "2[\"message\",\"a\",1]",
                                "2[\"message\",\"b\"]",
                                "2[\"message\",\"c\"]",
                                "2[\"message\",\"d\"]");
            }

            @Test
            void nothing_under_a_reserved_name() {
                start();
                Socket socket = socketOf(client());
                assertThatThrownBy(() -> socket.emit("connect_error"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("\"connect_error\" is a reserved event name");
            }

            @Test
            void nothing_any_more_once_it_is_disconnected() {
                start();
                SocketClient client = client();
                Socket socket = socketOf(client);
                socket.disconnect();
                socket.emit("late");
                assertThat(client.heard()).containsExactly("1");
            }

            @Test
            void large_things_and_receives_them_back() {
                start();
                SocketClient client = client();
                Socket socket = socketOf(client);
                socket.on("big", Object.class, (big, event) -> socket.emit("big", big));
                socket.emit("big", Map.of("text", "x".repeat(900_000)));
                String packet = client.next();
                assertThat(packet).hasSizeGreaterThan(900_000);
                assertThat(client.send(packet).next()).isEqualTo(packet);
                socket.emit("big", Map.of("image", new byte[300_000]));
                List<String> event = client.next(2);
                assertThat(event.get(1)).hasSize(2 + 2 * 300_000);
                assertThat(client.send(event.toArray(new String[0])).next(2)).isEqualTo(event);
            }
        }

        @Nested
        class Acknowledges {

            @Test
            void with_several_arguments() {
                start();
                SocketClient client = client();
                socketOf(client).on("woot", event -> event.answer(1, 2));
                assertThat(client.send("20[\"woot\"]").next()).isEqualTo("30[1,2]");
            }

            @Test
            void with_none() {
                start();
                Inbox<Integer> sums = new Inbox<>();
                SocketClient client = client();
                socketOf(client).on("woot", Integer.class, Integer.class, (a, b, event) -> {
                    sums.add(a + b);
                    event.answer();
                });
                assertThat(client.send("27[\"woot\",1,2]").next()).isEqualTo("37[]");
                assertThat(sums.next()).isEqualTo(3);
            }

            @Test
            void bytes_without_bytes_and_with_them() {
                start();
                SocketClient client = client();
                socketOf(client).on("plain", event -> event.answer(1, 2));
                socketOf(client).on("bytes", event -> event.answer((Object) new byte[2]));
                assertThat(client.send("51-0[\"plain\"," + PLACEHOLDER.formatted(0) + "]", "0x000000")
                                .next())
                        .isEqualTo("30[1,2]");
                assertThat(client.send("21[\"bytes\"]").next(2))
                        .containsExactly("61-1[" + PLACEHOLDER.formatted(0) + "]", "0x0000");
            }
        }

        @Nested
        class Is_acknowledged {

            private Reply reply(SocketClient client, String answer, @Nullable Object... arguments) {
                var reply = socketOf(client).emitWithAck("hi", arguments).toCompletableFuture();
                String event = client.next();
                client.send(answer.replace("ID", event.replaceAll("^(?:51-|2)(\\d+)\\[.*$", "$1")));
                return EngineClient.get(reply);
            }

            @Test
            void without_an_argument() {
                start();
                assertThat(reply(client(), "3ID[]").count()).isZero();
            }

            @Test
            @Covers("Socket.emitWithAck")
            void with_an_argument() {
                start();
                assertThat(reply(client(), "3ID[3]", 1, 2).argument(0, Integer.class))
                        .isEqualTo(3);
            }

            @Test
            void for_bytes() {
                start();
                SocketClient client = client();
                var reply =
                        socketOf(client).emitWithAck("hi", (Object) new byte[4]).toCompletableFuture();
                assertThat(client.next(2))
                        .containsExactly("51-0[\"hi\"," + PLACEHOLDER.formatted(0) + "]", "0x00000000");
                client.send("30[]");
                assertThat(EngineClient.get(reply).count()).isZero();
            }

            @Test
            void with_bytes() {
                start();
                SocketClient client = client();
                var reply = socketOf(client).emitWithAck("hi").toCompletableFuture();
                assertThat(client.next()).isEqualTo("20[\"hi\"]");
                client.send("61-0[" + PLACEHOLDER.formatted(0) + "]", "0x07");
                assertThat(EngineClient.get(reply).argument(0, byte[].class)).containsExactly(7);
            }
        }
    }

    @Nested
    class By_polling extends Suite {
        By_polling() {
            super(Transport.POLLING);
        }

        @Nested
        class Loses_a_volatile_event {

            @Test
            @Covers("Socket.volatile")
            void that_no_poll_waits_for() {
                start();
                SocketClient client = client();
                socketOf(client).asVolatile().emit("ev", "data");
                assertThat(client.heard()).isEmpty();
            }

            @Test
            void between_two_that_are_not_and_those_arrive() {
                start();
                SocketClient client = client();
                Socket socket = socketOf(client);
                socket.emit("ev", 1);
                socket.asVolatile().emit("ev", 2);
                socket.emit("ev", 3);
                assertThat(client.heard()).containsExactly("2[\"ev\",1]", "2[\"ev\",3]");
            }

            @Test
            @Covers("Server.volatile")
            void behind_the_first_that_the_poll_takes() {
                SocketIoServer io = start();
                String sid = engine().connect();
                var poll = engine().pollLater(sid);
                Eventually.is(() -> {
                    io.asVolatile().emit("ev", (Object) new byte[] {1, 2, 3});
                    io.asVolatile().emit("ev", (Object) new byte[] {4, 5, 6});
                    return poll.isDone();
                });
                assertThat(EngineClient.get(poll).body())
                        .isEqualTo("451-[\"ev\"," + PLACEHOLDER.formatted(0) + "]\u001ebAQID");
            }
        }
    }

    @Nested
    class By_WebSocket extends Suite {
        By_WebSocket() {
            super(Transport.WEBSOCKET);
        }

        @Test
        @Covers("Socket.volatile")
        void sends_a_volatile_event_that_nothing_is_in_the_way_of() {
            start();
            SocketClient client = client();
            Socket socket = socketOf(client);
            Eventually.is(() -> {
                socket.asVolatile().emit("ev", "data");
                return client.heard().contains("2[\"ev\",\"data\"]");
            });
        }

        @Test
        @Covers("Server.volatile")
        void sends_everyone_a_volatile_event_that_nothing_is_in_the_way_of() {
            SocketIoServer io = start();
            SocketClient client = client();
            Eventually.is(() -> {
                io.asVolatile().emit("ev", (Object) new byte[] {1, 2, 3});
                return client.heard().contains("0x010203");
            });
        }

        @Test
        void sends_what_comes_behind_a_volatile_event() {
            start();
            SocketClient client = client();
            Socket socket = socketOf(client);
            socket.emit("ev", 1);
            socket.asVolatile().emit("ev", 2);
            socket.emit("ev", 3);
            assertThat(client.heard()).contains("2[\"ev\",1]", "2[\"ev\",3]");
        }
    }
}
