package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.DisconnectReason;
import org.sockeye.EngineSocket;
import org.sockeye.Handshake;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.Eventually;
import org.sockeye.harness.Inbox;

class SocketTest {

    private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":%d}";

    abstract static class Suite extends Behaviour {

        final Inbox<String> heard = new Inbox<>();

        Suite(Transport transport) {
            super(transport);
        }

        @Nested
        class Receives {

            @Test
            @Covers("Socket.on")
            void arguments_of_several_types() {
                start();
                SocketClient client = client();
                socketOf(client)
                        .on(
                                "random",
                                Integer.class,
                                String.class,
                                int[].class,
                                (a, b, c, event) -> heard.add(a + " " + b + " " + Arrays.toString(c)));
                client.send("2[\"random\",1,\"2\",[3]]");
                assertThat(heard.next()).isEqualTo("1 2 [3]");
            }

            @Test
            @Covers("Socket.on")
            void a_null() {
                start();
                SocketClient client = client();
                socketOf(client)
                        .on("message", event -> heard.add(event.count() + " " + event.argument(0, Object.class)));
                client.send("2[\"message\",null]");
                assertThat(heard.next()).isEqualTo("1 null");
            }

            @Test
            void bytes() {
                start();
                SocketClient client = client();
                socketOf(client)
                        .on(
                                "buff",
                                byte[].class,
                                (bytes, event) -> heard.add(new String(bytes, StandardCharsets.US_ASCII)));
                client.send("51-[\"buff\"," + PLACEHOLDER.formatted(0) + "]", "0x61626364656667");
                assertThat(heard.next()).isEqualTo("abcdefg");
            }

            @Test
            void bytes_among_other_things_and_within_them() {
                start();
                SocketClient client = client();
                Inbox<@Nullable Object[]> arguments = new Inbox<>();
                socketOf(client)
                        .on(
                                "multiple",
                                event -> arguments.add(new @Nullable Object[] {
                                    event.argument(0, int.class),
                                    event.argument(1, byte[].class),
                                    event.argument(2, String.class),
                                    event.argument(3, Object.class)
                                }));
                client.send(
                        "53-[\"multiple\",1,%s,\"3\",[%s,\"swag\",%s]]"
                                .formatted(
                                        PLACEHOLDER.formatted(0), PLACEHOLDER.formatted(1), PLACEHOLDER.formatted(2)),
                        "0x01",
                        "0x02",
                        "0x03");
                assertThat(arguments.next()).usingRecursiveComparison().isEqualTo(new Object[] {
                    1, new byte[] {1}, "3", List.of(new byte[] {2}, "swag", new byte[] {3})
                });
            }

            @Test
            void events_in_the_order_sent() {
                SocketIoServer io = start();
                io.of("/chat")
                        .onConnection(socket -> socket.on("hi", String.class, (letter, event) -> heard.add(letter)));
                client("/chat").send("2/chat,[\"hi\",\"a\"]").send("2/chat,[\"hi\",\"b\"]", "2/chat,[\"hi\",\"c\"]");
                assertThat(heard.next(3)).containsExactly("a", "b", "c");
            }

            @Test
            void events_of_a_client_that_came_back_once() {
                start().onConnection(socket -> socket.on("ev", event -> heard.add(socket.id())));
                client().close();
                SocketClient again = client().send("2[\"ev\"]");
                assertThat(heard.next()).isEqualTo(again.id());
                assertThat(again.heard()).isEmpty();
                assertThat(heard.isEmpty()).isTrue();
            }

            @Test
            void what_its_client_sent_before_it_left() throws InterruptedException {
                start("dispatch", "executor");
                SocketClient client = client();
                Socket socket = socketOf(client);
                CountDownLatch gone = new CountDownLatch(1);
                socket.on("first", event -> heard.add("first " + gone.await(10, TimeUnit.SECONDS)));
                socket.on("test", event -> heard.add("test"));
                socket.onDisconnect((reason, description) -> heard.add(reason.text()));
                client.send("2[\"first\"]", "51-[\"test\"," + PLACEHOLDER.formatted(0) + "]", "0x00", "1");
                Eventually.is(() -> !socket.isConnected());
                gone.countDown();
                assertThat(heard.next(3)).containsExactly("first true", "test", "client namespace disconnect");
            }

            @Test
            void nothing_any_more_once_the_server_has_disconnected_it() throws InterruptedException {
                start("dispatch", "executor");
                SocketClient client = client();
                Socket socket = socketOf(client);
                CountDownLatch gone = new CountDownLatch(1);
                socket.on("first", event -> {
                    heard.add("begun");
                    heard.add("first " + gone.await(10, TimeUnit.SECONDS));
                });
                socket.on("test", event -> heard.add("test"));
                socket.onDisconnect((reason, description) -> heard.add(reason.text()));
                client.send("2[\"first\"]", "51-[\"test\"," + PLACEHOLDER.formatted(0) + "]", "0x00")
                        .heard();
                assertThat(heard.next()).isEqualTo("begun");
                socket.disconnect();
                gone.countDown();
                assertThat(heard.next(2)).containsExactly("first true", "server namespace disconnect");
            }
        }

        @Nested
        class Knows {

            @Test
            @Covers("Socket.conn")
            void its_connection() {
                start();
                SocketClient client = client();
                EngineSocket conn = socketOf(client).conn();
                assertThat(conn.id()).isEqualTo(client.sid());
                assertThat(conn.protocol()).isEqualTo(4);
                assertThat(conn.transport()).isEqualTo(transport());
                assertThat(conn.isOpen()).isTrue();
            }

            @Test
            @Covers({"Socket.handshake", "Socket.request"})
            void the_request_that_opened_its_connection() {
                start();
                SocketClient client = client();
                Handshake handshake = socketOf(client).handshake();
                assertThat(handshake.headers()).containsKey("host");
                assertThat(handshake.query("EIO")).contains("4");
                assertThat(handshake.url()).startsWith("/socket.io/?EIO=4&transport=");
            }

            @Test
            @Covers("Socket.handshake")
            void what_its_client_brought_for_this_namespace() {
                SocketIoServer io = start();
                Inbox<Handshake> handshakes = new Inbox<>();
                io.of("/connection2").onConnection(socket -> handshakes.add(socket.handshake()));
                open().connect("/").connect("/connection2", "{\"key1\":\"aa\",\"key2\":\"&=bb\"}");
                Handshake handshake = handshakes.next();
                assertThat(handshake.auth()).isEqualTo(Map.of("key1", "aa", "key2", "&=bb"));
                assertThat(handshake.query()).containsKey("EIO").doesNotContainKey("key1");
            }
        }

        /** Each is a message of a client that would be an attack, or a mistake. */
        @ParameterizedTest
        @ValueSource(strings = {"5woooot", "5", "4[\"handle me please\"]", "abc", ""})
        void what_is_no_packet_of_a_client_ends_its_connection_and_nothing_else(String packet) {
            SocketIoServer io = start();
            SocketClient other = client();
            SocketClient client = client();
            socketOf(client).onDisconnect((reason, description) -> heard.add(reason.text()));
            client.send(packet).awaitEnd();
            assertThat(heard.next())
                    .isIn(DisconnectReason.FORCED_CLOSE.text(), DisconnectReason.FORCED_SERVER_CLOSE.text());
            io.emit("still here");
            assertThat(other.heard()).containsExactly("2[\"still here\"]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"__proto__", "constructor", "toString", "hasOwnProperty"})
        void names_that_mean_something_in_JavaScript_mean_nothing(String name) {
            start();
            SocketClient client = client();
            socketOf(client).on(name, event -> event.answer(name));
            assertThat(client.send("22[\"" + name + "\"]").next()).isEqualTo("32[\"" + name + "\"]");
        }

        @Test
        @Covers({"Server.use", "Socket.join"})
        void a_socket_that_middleware_refused_leaves_the_rooms_it_was_in() {
            SocketIoServer io = start();
            Inbox<Socket> candidates = new Inbox<>();
            io.use(candidate -> {
                candidates.add(candidate);
                candidate.join("room1");
                throw new ConnectionRefusedException("nope");
            });
            assertThat(open().send("0").next()).startsWith("4");
            assertThat(candidates.next().rooms()).isEmpty();
            assertThat(EngineClient.get(io.in("room1").fetchSockets().toCompletableFuture()))
                    .isEmpty();
        }

        @Test
        @Covers({"Socket.join", "Socket.disconnect"})
        void a_socket_that_is_gone_enters_no_room() {
            SocketIoServer io = start();
            Socket socket = socketOf(client());
            socket.disconnect();
            socket.join("room1");
            assertThat(socket.rooms()).doesNotContain("room1");
            Inbox<Set<String>> afterwards = new Inbox<>();
            socket.onDisconnect((reason, description) -> afterwards.add(socket.rooms()));
            assertThat(afterwards.next()).isEmpty();
            assertThat(EngineClient.get(io.in("room1").fetchSockets().toCompletableFuture()))
                    .isEmpty();
        }

        @Test
        @Covers("Socket.disconnect")
        void disconnecting_with_the_connection_ends_every_namespace() {
            SocketIoServer io = start();
            io.of("/foo");
            io.of("/bar").onConnection(socket -> socket.disconnect(true));
            io.onConnection(socket -> socket.onDisconnect((reason, description) -> heard.add("/")));
            io.of("/foo").onConnection(socket -> socket.onDisconnect((reason, description) -> heard.add("/foo")));
            SocketClient client = open().connect("/").connect("/foo").connect("/bar");
            client.awaitEnd();
            assertThat(heard.next(2)).containsExactlyInAnyOrder("/", "/foo");
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
