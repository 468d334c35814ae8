package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.AckTimeoutException;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Dispatch;
import org.sockeye.Namespace;
import org.sockeye.ParentNamespace;
import org.sockeye.Reply;
import org.sockeye.features.Covers;

/** Namespaces that clients create: who may, and what may be done to all of them. */
class ParentNamespaceTest {

    private static final Pattern DYNAMIC = Pattern.compile("^/dynamic-\\d+$");

    abstract static class Suite extends CoreSuite {

        final List<String> log = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
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

        @Test
        @Covers("Server.of")
        void lets_clients_create_namespaces_by_a_pattern() throws InterruptedException {
            ParentNamespace parent = server.of(DYNAMIC)
                    .onConnection(socket -> log.add("in " + socket.namespace().name()));
            enter("/dynamic-101");
            assertThat(log).containsExactly("in /dynamic-101");
            assertThat(parent.children()).extracting(Namespace::name).containsExactly("/dynamic-101");
            assertThat(parent.server()).isSameAs(server);
        }

        @Test
        @Covers("Server.of")
        void refuses_what_nothing_allows() throws InterruptedException {
            server.of(DYNAMIC);
            server.of((name, handshake) -> name.equals("/other"));
            assertThat(heard(open().says("0/abc,"))).containsExactly(invalid("/abc"));
        }

        @Test
        @Covers("Server.of")
        void lets_clients_create_namespaces_by_what_they_bring() throws InterruptedException {
            server.of((name, handshake) -> "123".equals(handshake.auth().get("token")) && handshake.address() != null);
            assertThat(heard(open().says("0/any,{\"token\":\"1\"}"))).containsExactly(invalid("/any"));
            assertThat(heard(open().says("0/any,{\"token\":\"123\"}")))
                    .singleElement()
                    .asString()
                    .startsWith("0/any,{\"sid\"");
        }

        @Test
        void is_asked_after_those_that_were_added_before() throws InterruptedException {
            server.of((name, handshake) -> {
                throw new ConnectionRefusedException("not this one");
            });
            server.of((name, handshake) -> {
                throw new IllegalStateException("expected in this test");
            });
            server.onError(error -> log.add(error.kind() + " " + error.cause().getMessage()));
            ParentNamespace first = server.of(DYNAMIC);
            ParentNamespace second = server.of(Pattern.compile("dynamic"));
            enter("/dynamic-1");
            enter("/dynamic-a");
            assertThat(first.children()).extracting(Namespace::name).containsExactly("/dynamic-1");
            assertThat(second.children()).extracting(Namespace::name).containsExactly("/dynamic-a");
            assertThat(log).hasSize(2).containsOnly("MIDDLEWARE expected in this test");
        }

        @Test
        void is_not_asked_for_a_name_that_is_longer_than_any_that_means_something() throws InterruptedException {
            server.of((name, handshake) -> log.add(name));
            FakeConnection client = open().says("0/" + "a".repeat(1000) + ",");
            assertThat(heard(client)).singleElement().asString().endsWith(",{\"message\":\"Invalid namespace\"}");
            assertThat(log).isEmpty();
        }

        @Test
        @Covers("Namespace.use")
        void gives_its_middleware_to_each_child_that_is_created_later() throws InterruptedException {
            ParentNamespace parent = server.of(DYNAMIC).use(candidate -> log.add("first"));
            parent.useAsync(candidate -> CompletableFuture.failedFuture(new ConnectionRefusedException("no")));
            FakeConnection client = open().says("0/dynamic-1,");
            assertThat(heard(client)).containsExactly("4/dynamic-1,{\"message\":\"no\"}");
            parent.onConnection(socket -> log.add("not for children that there are"));
            assertThat(heard(client.says("0/dynamic-1,"))).hasSize(2);
            assertThat(log).containsExactly("first", "first");
        }

        @Test
        @Covers({"Namespace.emit", "Server.of"})
        void reaches_everyone_in_each_child() throws InterruptedException {
            ParentNamespace parent = server.of(DYNAMIC);
            FakeConnection one = enter("/dynamic-1");
            FakeConnection two = enter("/dynamic-2");
            FakeConnection other = connect().client();
            parent.emit("hello", 1, "2");
            assertThat(heard(one)).containsExactly("2/dynamic-1,[\"hello\",1,\"2\"]");
            assertThat(heard(two)).containsExactly("2/dynamic-2,[\"hello\",1,\"2\"]");
            assertThat(heard(other)).isEmpty();
        }

        @Test
        @Covers({"Namespace.to", "Namespace.except"})
        void reaches_a_room_in_each_child() throws InterruptedException {
            AtomicInteger number = new AtomicInteger();
            ParentNamespace parent =
                    server.of(DYNAMIC).onConnection(socket -> socket.join("room", "room-" + number.incrementAndGet()));
            FakeConnection one = enter("/dynamic-1");
            FakeConnection two = enter("/dynamic-2");
            parent.to("room").except("room-2").compress(false).emit("x");
            parent.in("room").asVolatile().emit("y");
            assertThat(heard(one)).containsExactly("2/dynamic-1,[\"x\"]", "2/dynamic-1,[\"y\"]");
            assertThat(heard(two)).containsExactly("2/dynamic-2,[\"y\"]");
        }

        @Test
        @Covers({"Namespace.timeout", "Namespace.local"})
        void asks_everyone_in_each_child_and_has_all_replies() throws InterruptedException {
            ParentNamespace parent = server.of(DYNAMIC);
            FakeConnection one = enter("/dynamic-1");
            FakeConnection two = enter("/dynamic-2");
            CompletionStage<List<Reply>> all = parent.emitWithAck("ask", 1);
            one.says("3/dynamic-1,0[\"one\"]");
            settle();
            assertThat(all.toCompletableFuture()).isNotDone();
            two.says("3/dynamic-2,0[\"two\"]");
            settle();
            assertThat(all.toCompletableFuture().join())
                    .extracting(reply -> reply.argument(0, String.class))
                    .containsExactly("one", "two");
            CompletionStage<List<Reply>> some =
                    parent.local().timeout(Duration.ofSeconds(2)).emitWithAck("ask again");
            two.says("3/dynamic-2,1[]");
            timer.advance(Duration.ofSeconds(2));
            settle();
            assertThatThrownBy(() -> some.toCompletableFuture().join())
                    .cause()
                    .isInstanceOfSatisfying(AckTimeoutException.class, late -> assertThat(late.replies())
                            .hasSize(1));
        }

        @Test
        void without_a_child_asks_nobody() throws InterruptedException {
            ParentNamespace parent = server.of(DYNAMIC);
            assertThat(parent.emitWithAck("too early").toCompletableFuture().join())
                    .isEmpty();
            start();
            parent.emit("x");
            assertThat(parent.emitWithAck("x").toCompletableFuture().join()).isEmpty();
            assertThat(parent.fetchSockets().toCompletableFuture().join()).isEmpty();
        }

        @Test
        @Covers({
            "Namespace.fetchSockets",
            "Namespace.socketsJoin",
            "Namespace.socketsLeave",
            "Namespace.disconnectSockets"
        })
        void knows_moves_and_disconnects_the_sockets_of_each_child() throws InterruptedException {
            ParentNamespace parent = server.of(DYNAMIC);
            FakeConnection one = enter("/dynamic-1");
            enter("/dynamic-2");
            connect();
            assertThat(parent.fetchSockets().toCompletableFuture().join()).hasSize(2);
            parent.socketsJoin("room", "other");
            parent.socketsLeave("other");
            assertThat(parent.to("room").fetchSockets().toCompletableFuture().join())
                    .hasSize(2)
                    .allSatisfy(socket ->
                            assertThat(socket.rooms()).contains("room").doesNotContain("other"));
            parent.disconnectSockets();
            assertThat(heard(one)).containsExactly("1/dynamic-1,");
            assertThat(parent.fetchSockets().toCompletableFuture().join()).isEmpty();
            assertThat(server.of("/").sockets()).hasSize(1);
        }

        @Test
        @Covers("Server.of")
        void has_as_a_child_what_the_application_creates_and_its_pattern_finds() {
            ParentNamespace byPredicate = server.of((name, handshake) -> true);
            ParentNamespace parent = server.of(DYNAMIC);
            Namespace child = server.of("dynamic-101");
            assertThat(parent.children()).containsExactly(child);
            assertThat(byPredicate.children()).isEmpty();
            assertThat(server.of("/dynamic-101")).isSameAs(child);
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
