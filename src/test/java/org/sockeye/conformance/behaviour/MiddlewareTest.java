package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.Eventually;
import org.sockeye.harness.Inbox;

class MiddlewareTest {

    abstract static class Suite extends Behaviour {

        private final List<String> log = new CopyOnWriteArrayList<>();

        Suite(Transport transport) {
            super(transport);
        }

        @Test
        @Covers("Server.use")
        void every_one_is_called_before_the_client_is_connected() {
            SocketIoServer io = start();
            io.use(candidate -> log.add("first")).use(candidate -> log.add("second"));
            client();
            assertThat(log).containsExactly("first", "second");
        }

        @Test
        @Covers("Server.use")
        void one_that_throws_refuses_the_client_with_its_message_and_those_behind_it_are_not_called() {
            SocketIoServer io = start();
            io.use(candidate -> {
                throw new ConnectionRefusedException("Authentication error");
            });
            io.use(candidate -> log.add("called"));
            io.onConnection(socket -> log.add("connected"));
            assertThat(open().send("0").next()).isEqualTo("4{\"message\":\"Authentication error\"}");
            assertThat(log).isEmpty();
        }

        @Test
        void one_may_tell_the_client_more_than_a_message() {
            SocketIoServer io = start();
            io.use(candidate -> {
                throw new ConnectionRefusedException("Authentication error", Map.of("a", "b"));
            });
            assertThat(open().send("0").next())
                    .isEqualTo("4{\"message\":\"Authentication error\",\"data\":{\"a\":\"b\"}}");
        }

        @Test
        void what_one_puts_into_the_attributes_is_there_in_the_connection_listener() {
            SocketIoServer io = start();
            Inbox<Object> names = new Inbox<>();
            io.use(candidate -> candidate.attributes().put("name", "guillermo"));
            io.onConnection(socket -> names.add(socket.attributes().getOrDefault("name", "none")));
            client();
            assertThat(names.next()).isEqualTo("guillermo");
        }

        @Test
        @Covers({"Server.use", "Namespace.use"})
        void one_that_lets_pass_later_is_waited_for() {
            SocketIoServer io = start();
            CompletableFuture<Void> authenticated = new CompletableFuture<>();
            io.useAsync(candidate -> authenticated);
            SocketClient client = open().send("0");
            assertThat(client.heard()).isEmpty();
            authenticated.complete(null);
            assertThat(client.next()).startsWith("0{");
        }

        @Test
        void a_client_that_has_gone_meanwhile_is_not_connected() throws InterruptedException {
            SocketIoServer io = start("dispatch", "executor");
            Inbox<Socket> candidates = new Inbox<>();
            CountDownLatch gone = new CountDownLatch(1);
            CountDownLatch checked = new CountDownLatch(1);
            io.use(candidate -> {
                candidates.add(candidate);
                assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
                checked.countDown();
            });
            Inbox<Socket> connections = new Inbox<>();
            io.onConnection(connections::add);
            SocketClient client = open().send("0");
            Socket candidate = candidates.next();
            client.close();
            Eventually.is(() -> io.engine().clientsCount() == 0);
            gone.countDown();
            assertThat(checked.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(client().id()).isEqualTo(connections.next().id());
            assertThat(candidate.isConnected()).isFalse();
        }

        @Test
        @Covers("Namespace.use")
        void those_of_a_namespace_are_called_in_their_order_and_those_of_the_main_one_are_not() {
            SocketIoServer io = start();
            io.use(candidate -> log.add("main"));
            io.of("/chat")
                    .use(candidate -> log.add("1"))
                    .use(candidate -> log.add("2"))
                    .use(candidate -> log.add("3"));
            client("/chat");
            assertThat(log).containsExactly("1", "2", "3");
        }

        @Test
        void a_namespace_that_has_one_and_another_that_has_none_are_both_entered() {
            SocketIoServer io = start();
            io.of("/chat").use(candidate -> log.add("chat"));
            client("/");
            client("/chat");
            assertThat(log).containsExactly("chat");
        }

        @Test
        @Covers({"Socket.connected", "Namespace.sockets"})
        void a_socket_is_connected_only_after_them() {
            SocketIoServer io = start();
            io.use(candidate ->
                    log.add(candidate.isConnected() + " " + io.of("/").sockets().size()));
            io.onConnection(socket ->
                    log.add(socket.isConnected() + " " + io.of("/").sockets().size()));
            client();
            Eventually.is(() -> log.size() == 2);
            assertThat(log).containsExactly("false 0", "true 1");
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
