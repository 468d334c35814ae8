package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Namespace;
import org.sockeye.ParentNamespace;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.Eventually;
import org.sockeye.harness.Inbox;

/** Namespaces that clients ask for by a name that fits: with {@link NamespacesTest}, the reference's tests of namespaces. */
class DynamicNamespacesTest {

    private static final Pattern NAMES = Pattern.compile("^/dynamic-\\d+$");

    abstract static class Suite extends Behaviour {

        private final List<String> log = new CopyOnWriteArrayList<>();

        Suite(Transport transport) {
            super(transport);
        }

        @Test
        @Covers({"Server.of", "Namespace.on", "Namespace.use", "Namespace.emit"})
        void a_client_whose_name_fits_a_pattern_is_let_in_and_told_what_all_are() {
            SocketIoServer io = start();
            ParentNamespace parent = io.of(NAMES);
            parent.use(candidate -> log.add("middleware"));
            parent.onConnection(socket -> {
                log.add(socket.namespace().name());
                parent.emit("hello", 1, "2");
            });
            SocketClient client = open().connect("/dynamic-101");
            assertThat(client.next()).isEqualTo("2/dynamic-101,[\"hello\",1,\"2\"]");
            assertThat(log).containsExactly("middleware", "/dynamic-101");
        }

        @Test
        @Covers({"Namespace.to", "Socket.join"})
        void those_in_a_room_of_any_child_are_told_by_the_parent() {
            SocketIoServer io = start();
            ParentNamespace parent = io.of(NAMES);
            parent.onConnection(socket -> {
                socket.join("some-room");
                socket.on("ready", event -> event.answer());
            });
            SocketClient one = open().connect("/dynamic-101");
            SocketClient two = open().connect("/dynamic-102");
            assertThat(one.send("2/dynamic-101,0[\"ready\"]").next()).startsWith("3");
            assertThat(two.send("2/dynamic-102,0[\"ready\"]").next()).startsWith("3");
            parent.to("some-room").emit("hello", 4);
            parent.to("other-room").emit("hello", 5);
            assertThat(one.heard()).containsExactly("2/dynamic-101,[\"hello\",4]");
            assertThat(two.heard()).containsExactly("2/dynamic-102,[\"hello\",4]");
        }

        @Test
        @Covers("Server.of")
        void a_client_that_a_predicate_accepts_is_let_in() {
            SocketIoServer io = start();
            io.of((name, handshake) -> name.equals("/dynamic-101"));
            open().connect("/dynamic-101");
        }

        @Test
        @Covers("Server.of")
        void a_client_whose_name_fits_nothing_is_refused() {
            SocketIoServer io = start();
            io.of(NAMES);
            io.of((name, handshake) -> name.equals("/dynamic-101"));
            assertThat(open().send("0/abc,").next()).isEqualTo("4/abc,{\"message\":\"Invalid namespace\"}");
        }

        @Test
        @Covers("Server.on")
        void listeners_are_told_of_every_new_one() {
            SocketIoServer io = start();
            Inbox<Namespace> created = new Inbox<>();
            io.onNewNamespace(created::add);
            io.of("/nsp");
            io.of("/nsp");
            io.of(NAMES);
            open().connect("/dynamic-101").connect("/dynamic-102");
            assertThat(created.next(3))
                    .extracting(Namespace::name)
                    .containsExactly("/nsp", "/dynamic-101", "/dynamic-102");
            assertThat(created.isEmpty()).isTrue();
        }

        /** Both clients have been accepted before either is let in. */
        @Test
        @Covers({"Server.of", "Server.on"})
        void two_clients_that_ask_at_the_same_time_are_in_the_same_one() {
            SocketIoServer io = start("dispatch", "executor");
            Inbox<Namespace> created = new Inbox<>();
            io.onNewNamespace(created::add);
            CyclicBarrier both = new CyclicBarrier(2);
            io.of((name, handshake) -> {
                if (name.equals("/dynamic-101")) {
                    both.await(10, TimeUnit.SECONDS);
                    return true;
                }
                return false;
            });
            SocketClient one = open().send("0/dynamic-101,");
            SocketClient two = open().send("0/dynamic-101,");
            assertThat(one.next()).startsWith("0/dynamic-101,");
            assertThat(two.next()).startsWith("0/dynamic-101,");
            Eventually.is(() -> io.of("/dynamic-101").sockets().size() == 2);
            io.of("/dynamic-101").emit("message");
            assertThat(one.heard()).hasSize(1);
            assertThat(two.heard()).hasSize(1);
            assertThat(created.next().name()).isEqualTo("/dynamic-101");
            assertThat(created.isEmpty()).isTrue();
        }

        @Test
        @Covers("Server.of")
        void one_that_is_created_by_the_application_is_a_child_if_its_name_fits() {
            SocketIoServer io = start();
            ParentNamespace parent = io.of(NAMES);
            Namespace child = io.of("/dynamic-101");
            assertThat(parent.children()).containsExactly(child);
        }

        @Nested
        class Without_a_client {

            private static final String CLEAN_UP = "cleanupEmptyChildNamespaces";

            @Test
            @Covers("Server.of")
            void is_cleaned_up_if_it_is_to_be_and_a_client_may_have_it_again() {
                SocketIoServer io = start(CLEAN_UP, "true");
                ParentNamespace parent = io.of(NAMES);
                SocketClient client = open().connect("/dynamic-101");
                assertThat(parent.children()).hasSize(1);
                client.send("1/dynamic-101,");
                Eventually.is(() -> parent.children().isEmpty());
                client.connect("/dynamic-101");
                assertThat(parent.children()).hasSize(1);
            }

            @Test
            @Covers("Server.of")
            void stays_by_default() {
                SocketIoServer io = start();
                ParentNamespace parent = io.of(NAMES);
                Inbox<String> gone = new Inbox<>();
                parent.onConnection(socket -> socket.onDisconnect((reason, description) -> gone.add(reason.text())));
                SocketClient client = open().connect("/dynamic-101");
                Eventually.is(() -> parent.children().stream()
                        .anyMatch(child -> !child.sockets().isEmpty()));
                client.send("1/dynamic-101,");
                gone.next();
                assertThat(parent.children()).singleElement().satisfies(child -> assertThat(child.sockets())
                        .isEmpty());
            }

            @Test
            @Covers({"Server.of", "Namespace.use"})
            void stays_by_default_when_a_middleware_refused_the_first() {
                SocketIoServer io = start();
                ParentNamespace parent = io.of(NAMES);
                parent.use(candidate -> {
                    throw new ConnectionRefusedException("You shall not pass!");
                });
                assertThat(open().send("0/dynamic-101,").next()).startsWith("4/dynamic-101,");
                assertThat(parent.children()).hasSize(1);
            }

            @Test
            @Covers({"Server.of", "Namespace.use"})
            void is_cleaned_up_if_it_is_to_be_when_a_middleware_refused_the_first() {
                SocketIoServer io = start(CLEAN_UP, "true");
                ParentNamespace parent = io.of(NAMES);
                parent.use(candidate -> {
                    throw new ConnectionRefusedException("You shall not pass!");
                });
                assertThat(open().send("0/dynamic-101,").next()).startsWith("4/dynamic-101,");
                Eventually.is(() -> parent.children().isEmpty());
            }

            @Test
            @Covers({"Server.of", "Namespace.use"})
            void is_not_what_it_is_when_a_middleware_refuses_the_second() {
                SocketIoServer io = start(CLEAN_UP, "true");
                ParentNamespace parent = io.of(NAMES);
                AtomicInteger clients = new AtomicInteger();
                parent.use(candidate -> {
                    if (clients.incrementAndGet() > 1) {
                        throw new ConnectionRefusedException("You shall not pass!");
                    }
                });
                SocketClient first = open().connect("/dynamic-101");
                assertThat(open().send("0/dynamic-101,").next()).startsWith("4/dynamic-101,");
                Eventually.is(() -> parent.children().stream()
                        .allMatch(child -> child.sockets().size() == 1));
                parent.emit("still here");
                assertThat(first.next()).isEqualTo("2/dynamic-101,[\"still here\"]");
            }

            @Test
            @Covers("Server.of")
            void stays_if_it_is_nobodys_child() {
                SocketIoServer io = start(CLEAN_UP, "true");
                Inbox<String> gone = new Inbox<>();
                Namespace chat = io.of("/chat")
                        .onConnection(socket -> socket.onDisconnect((reason, description) -> gone.add(reason.text())));
                client("/chat").send("1/chat,");
                gone.next();
                assertThat(io.of("/chat")).isSameAs(chat);
                open().connect("/chat");
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
