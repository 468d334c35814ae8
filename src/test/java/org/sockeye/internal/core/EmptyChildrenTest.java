package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Dispatch;
import org.sockeye.ParentNamespace;
import org.sockeye.features.Covers;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.spi.Adapter;
import org.sockeye.spi.LocalSockets;

/** Namespaces that clients have created and that nobody is in any more. */
class EmptyChildrenTest {

    private static final Pattern DYNAMIC = Pattern.compile("^/dynamic-\\d+$");

    abstract static class Suite extends CoreSuite {

        final List<String> log = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        @Override
        Adapter adapter(LocalSockets local) {
            if (local.namespace().endsWith("-13")) {
                throw new IllegalStateException("expected in this test");
            }
            return new Adapter() {
                @Override
                public LocalSockets local() {
                    return local;
                }

                @Override
                public void init() {
                    log.add("init " + local.namespace());
                }

                @Override
                public void close() {
                    log.add("close " + local.namespace());
                }
            };
        }

        private static String invalid(String name) {
            return "4" + name + ",{\"message\":\"Invalid namespace\"}";
        }

        private FakeConnection enter(String name) throws InterruptedException {
            FakeConnection client = open().says("0" + name + ",");
            settle();
            assertThat(client.heard()).singleElement().asString().startsWith("0" + name + ",{");
            client.forgetWhatWasHeard();
            return client;
        }

        private ParentNamespace cleaned(String... more) {
            List<String> settings = new ArrayList<>(List.of("cleanupEmptyChildNamespaces", "true"));
            settings.addAll(List.of(more));
            start(settings.toArray(String[]::new));
            return server.of(DYNAMIC);
        }

        @Test
        void stays_unless_the_setting_says_otherwise() throws InterruptedException {
            ParentNamespace parent = server.of(DYNAMIC);
            enter("/dynamic-1").says("1/dynamic-1,");
            settle();
            assertThat(parent.children()).singleElement().satisfies(child -> assertThat(child.sockets())
                    .isEmpty());
        }

        @Test
        void goes_with_the_last_client_that_leaves() throws InterruptedException {
            ParentNamespace parent = cleaned();
            FakeConnection one = enter("/dynamic-1");
            FakeConnection two = enter("/dynamic-1");
            one.says("1/dynamic-1,");
            settle();
            assertThat(parent.children()).hasSize(1);
            two.breaks(CloseReason.TRANSPORT_CLOSE);
            settle();
            assertThat(parent.children()).isEmpty();
        }

        @Test
        void goes_with_the_last_candidate_that_is_refused() throws InterruptedException {
            ParentNamespace parent = cleaned().use(candidate -> {
                if (candidate.handshake().auth().isEmpty()) {
                    throw new ConnectionRefusedException("no");
                }
            });
            assertThat(heard(open().says("0/dynamic-1,"))).hasSize(1);
            assertThat(parent.children()).isEmpty();
            open().says("0/dynamic-1,{\"a\":1}");
            settle();
            assertThat(heard(open().says("0/dynamic-1,"))).hasSize(1);
            assertThat(parent.children()).singleElement().satisfies(child -> assertThat(child.sockets())
                    .hasSize(1));
        }

        @Test
        void is_made_anew_for_whoever_comes_then() throws InterruptedException {
            ParentNamespace parent = cleaned();
            List<String> made = Collections.synchronizedList(new ArrayList<>());
            server.onNewNamespace(namespace -> made.add(namespace.name()));
            enter("/dynamic-1").says("1/dynamic-1,");
            settle();
            FakeConnection client = enter("/dynamic-1");
            parent.emit("x");
            assertThat(heard(client)).containsExactly("2/dynamic-1,[\"x\"]");
            assertThat(made).containsExactly("/dynamic-1", "/dynamic-1");
        }

        @Test
        void stays_when_the_application_has_created_it() throws InterruptedException {
            ParentNamespace parent = cleaned();
            server.of("/dynamic-1");
            server.of("/fixed");
            enter("/dynamic-1").says("1/dynamic-1,");
            enter("/fixed").says("1/fixed,");
            settle();
            assertThat(parent.children()).hasSize(1);
            enter("/fixed");
        }

        @Test
        void loses_no_client_that_comes_while_the_last_one_leaves() throws InterruptedException {
            ParentNamespace parent = cleaned();
            for (int i = 0; i < 200; i++) {
                FakeConnection leaving = enter("/dynamic-1");
                FakeConnection coming = open();
                CyclicBarrier together = new CyclicBarrier(2);
                executor.execute(() -> {
                    meet(together);
                    leaving.says("1/dynamic-1,");
                });
                executor.execute(() -> {
                    meet(together);
                    coming.says("0/dynamic-1,");
                });
                settle();
                assertThat(coming.heard()).singleElement().asString().startsWith("0/dynamic-1,{");
                parent.emit("x");
                assertThat(coming.heard()).hasSize(2);
                coming.breaks(CloseReason.TRANSPORT_CLOSE);
                settle();
                assertThat(parent.children()).isEmpty();
            }
        }

        private void meet(CyclicBarrier barrier) {
            try {
                barrier.await();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        }

        @Test
        void has_an_adapter_that_ends_with_it() throws InterruptedException {
            cleaned();
            enter("/dynamic-1").says("1/dynamic-1,");
            settle();
            assertThat(log).containsExactly("init /", "init /dynamic-1", "close /dynamic-1");
        }

        @Test
        @Covers("Server.close")
        void like_every_namespace_ends_with_the_server() throws InterruptedException {
            ParentNamespace parent = cleaned();
            enter("/dynamic-1");
            parent.emit("last words");
            log.clear();
            server.close();
            settle();
            server.close();
            assertThat(log).containsExactlyInAnyOrder("close /", "close /dynamic-1");
            server.of("/late");
            assertThat(log).endsWith("init /late", "close /late");
        }

        @Test
        void makes_room_for_another_one() throws InterruptedException {
            ParentNamespace parent = cleaned("maxChildNamespaces", "1");
            FakeConnection one = enter("/dynamic-1");
            assertThat(heard(open().says("0/dynamic-2,"))).containsExactly(invalid("/dynamic-2"));
            one.says("1/dynamic-1,");
            settle();
            enter("/dynamic-2");
            assertThat(parent.children()).hasSize(1);
        }

        @Test
        void takes_no_place_and_is_not_there_when_its_adapter_could_not_be_made() throws InterruptedException {
            cleaned("maxChildNamespaces", "1");
            FakeConnection client = open().says("0/dynamic-13,").says("0/dynamic-13,");
            assertThat(heard(client)).containsExactly(invalid("/dynamic-13"), invalid("/dynamic-13"));
            enter("/dynamic-1");
            assertThat(log).containsExactly("init /", "init /dynamic-1");
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
