package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Dispatch;
import org.sockeye.Namespace;
import org.sockeye.ParentNamespace;
import org.sockeye.features.Covers;
import org.sockeye.harness.CapturedLog;
import org.sockeye.internal.engine.CloseReason;

class NamespacesTest {

    private static final Pattern DYNAMIC = Pattern.compile("^/dynamic-\\d+$");

    abstract static class Suite extends CoreSuite {

        final List<String> log = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        private FakeConnection enter(String name) throws InterruptedException {
            FakeConnection client = open().says("0" + name + ",");
            settle();
            assertThat(client.heard()).singleElement().asString().startsWith("0" + name + ",{");
            client.forgetWhatWasHeard();
            return client;
        }

        @Nested
        class A_namespace_that_many_ask_for_at_once {

            @Test
            void is_made_once_for_clients() throws InterruptedException {
                server.onNewNamespace(namespace -> log.add(namespace.name()));
                CountDownLatch connected = new CountDownLatch(20);
                server.of(DYNAMIC).onConnection(socket -> connected.countDown());
                List<FakeConnection> clients =
                        IntStream.range(0, 20).mapToObj(i -> open()).toList();
                CyclicBarrier together = new CyclicBarrier(clients.size());
                clients.forEach(client -> executor.execute(() -> {
                    meet(together);
                    client.says("0/dynamic-101,");
                }));
                await(connected);
                assertThat(log).containsExactly("/dynamic-101");
                server.of("/dynamic-101").emit("message");
                settle();
                assertThat(clients)
                        .allSatisfy(client ->
                                assertThat(client.heard()).hasSize(2).last().isEqualTo("2/dynamic-101,[\"message\"]"));
            }

            @Test
            void is_made_once_for_the_application() throws InterruptedException {
                List<Namespace> seen = Collections.synchronizedList(new ArrayList<>());
                server.onNewNamespace(namespace -> log.add(namespace.name()));
                CyclicBarrier together = new CyclicBarrier(8);
                for (int i = 0; i < 8; i++) {
                    executor.execute(() -> {
                        meet(together);
                        seen.add(server.of("/same"));
                    });
                }
                settle();
                assertThat(seen).hasSize(8).containsOnly(server.of("/same"));
                assertThat(log).containsExactly("/same");
            }

            private void meet(CyclicBarrier barrier) {
                try {
                    barrier.await();
                } catch (Exception broken) {
                    throw new AssertionError(broken);
                }
            }
        }

        @Nested
        class Whoever_is_told_of_new_namespaces {

            @Test
            @Covers("Server.on")
            void is_told_of_those_that_the_application_makes_and_not_of_the_main_one() {
                server.onNewNamespace(namespace -> log.add(namespace.name()));
                server.of("/nsp");
                server.of("/nsp");
                server.of("/");
                assertThat(log).containsExactly("/nsp");
            }

            @Test
            void comes_before_every_client_so_that_a_middleware_holds_for_all() throws InterruptedException {
                CountDownLatch told = new CountDownLatch(1);
                CountDownLatch go = new CountDownLatch(1);
                server.of(DYNAMIC);
                server.onNewNamespace(namespace -> {
                    told.countDown();
                    await(go);
                    namespace.use(candidate -> {
                        throw new ConnectionRefusedException("closed house");
                    });
                });
                FakeConnection first = open();
                FakeConnection second = open();
                executor.execute(() -> first.says("0/dynamic-1,"));
                await(told);
                executor.execute(() -> second.says("0/dynamic-1,"));
                go.countDown();
                String refused = "4/dynamic-1,{\"message\":\"closed house\"}";
                assertThat(heard(first)).containsExactly(refused);
                assertThat(heard(second)).containsExactly(refused);
            }

            @Test
            void may_throw_and_disturbs_nobody() throws InterruptedException {
                server.onError(
                        error -> log.add(error.kind() + " " + error.cause().getMessage()));
                server.onNewNamespace(namespace -> {
                    throw new IllegalStateException("expected in this test");
                });
                server.onNewNamespace(namespace -> log.add(namespace.name()));
                server.of(DYNAMIC);
                enter("/dynamic-1");
                assertThat(log).containsExactly("LISTENER expected in this test", "/dynamic-1");
            }
        }

        @Test
        void clients_create_no_more_than_may_be_and_the_first_time_is_a_warning() throws InterruptedException {
            start("maxChildNamespaces", "2");
            ParentNamespace parent = server.of(Pattern.compile(""));
            server.of("/of-the-application");
            try (CapturedLog captured = new CapturedLog("org.sockeye.core")) {
                for (int i = 0; i < 5; i++) {
                    open().says("0/" + i + ",");
                    settle();
                }
                assertThat(captured.text(java.util.logging.Level.WARNING))
                        .containsOnlyOnce("setting maxChildNamespaces");
            }
            assertThat(parent.children())
                    .extracting(Namespace::name)
                    .containsExactlyInAnyOrder("/of-the-application", "/0", "/1");
            enter("/1");
        }

        @Test
        @Covers({"Server.of", "Namespace.on"})
        void a_namespace_may_be_given_with_a_connection_listener() throws InterruptedException {
            server.of("/chat", socket -> log.add("in " + socket.namespace().name()));
            enter("/chat");
            assertThat(log).containsExactly("in /chat");
        }

        @Test
        void a_name_that_a_client_chose_is_escaped_where_it_is_written() throws InterruptedException {
            server.of(Pattern.compile("evil"));
            List<String> names = new ArrayList<>();
            server.onNewNamespace(namespace -> names.add(namespace.toString()));
            enter("/evil\n");
            assertThat(names).containsExactly("Namespace \"/evil\\u000a\"");
        }

        @Test
        void whoever_asks_twice_for_a_namespace_that_is_being_created_is_closed() throws InterruptedException {
            CountDownLatch go = new CountDownLatch(1);
            server.of((name, handshake) -> {
                await(go);
                return true;
            });
            FakeConnection client = open();
            executor.execute(() -> client.says("0/x,").says("0/x,"));
            go.countDown();
            settle();
            assertThat(client.isOpen()).isFalse();
        }

        @Test
        void a_client_that_goes_while_it_is_decided_leaves_nothing() throws InterruptedException {
            start("cleanupEmptyChildNamespaces", "true");
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            ParentNamespace parent = server.of((name, handshake) -> {
                asked.countDown();
                await(go);
                return true;
            });
            FakeConnection client = open();
            executor.execute(() -> client.says("0/x,"));
            await(asked);
            client.breaks(CloseReason.TRANSPORT_CLOSE);
            go.countDown();
            settle();
            assertThat(parent.children()).isEmpty();
            assertThat(server.clientsCount()).isZero();
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR);
        }
    }

    @Nested
    class On_the_containers_threads extends Suite {
        On_the_containers_threads() {
            super(Dispatch.CONTAINER);
        }
    }
}
