package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Dispatch;
import org.sockeye.features.Covers;
import org.sockeye.internal.engine.CloseReason;

/** Middleware of a namespace that takes its time. */
class AsyncMiddlewareTest {

    abstract static class Suite extends CoreSuite {

        final List<String> log = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        private final CompletableFuture<Map<String, String>> stage = new CompletableFuture<>();

        @Test
        @Covers({"Namespace.use", "Server.use"})
        void lets_a_client_wait_without_a_thread_and_then_pass() throws InterruptedException {
            server.useAsync(candidate -> stage).use(candidate -> log.add("second"));
            server.onConnection(socket -> log.add("connected"));
            FakeConnection client = open().says("0");
            assertThat(heard(client)).isEmpty();
            assertThat(log).isEmpty();
            stage.complete(Map.of());
            assertThat(heard(client)).hasSize(1).first().asString().startsWith("0{");
            assertThat(log).containsExactly("second", "connected");
        }

        @Test
        @Covers("Namespace.use")
        void refuses_by_a_stage_that_fails() throws InterruptedException {
            server.useAsync(candidate -> stage.thenApply(value -> value));
            FakeConnection client = open().says("0");
            settle();
            stage.completeExceptionally(new ConnectionRefusedException("not authorized", Map.of("code", 17)));
            assertThat(heard(client)).containsExactly("4{\"message\":\"not authorized\",\"data\":{\"code\":17}}");
        }

        @Test
        @SuppressWarnings("NullAway") // what an application that is not checked for null may do
        void refuses_by_throwing_and_by_answering_null() throws InterruptedException {
            server.onError(error -> log.add(error.kind() + ""));
            server.useAsync(candidate -> {
                throw new ConnectionRefusedException("at once");
            });
            assertThat(heard(open().says("0"))).containsExactly("4{\"message\":\"at once\"}");
            server.of("/null").useAsync(candidate -> null);
            assertThat(heard(open().says("0/null,"))).containsExactly("4/null,{\"message\":\"Connection refused\"}");
            assertThat(log).containsExactly("MIDDLEWARE");
        }

        @Test
        void holds_up_what_an_old_client_sends_meanwhile_and_loses_none_of_it() throws InterruptedException {
            start("allowEIO3", "true");
            server.useAsync(candidate -> stage);
            server.onConnection(socket -> socket.on("n", Integer.class, (n, event) -> log.add("n" + n)));
            FakeConnection client = openOld();
            for (int i = 0; i < 5; i++) {
                client.says("2[\"n\"," + i + "]");
            }
            settle();
            assertThat(log).isEmpty();
            stage.complete(Map.of());
            client.says("2[\"n\",5]");
            settle();
            assertThat(log).containsExactly("n0", "n1", "n2", "n3", "n4", "n5");
        }

        @Test
        void that_never_decides_keeps_no_client_beyond_the_time_to_connect() throws InterruptedException {
            server.useAsync(candidate -> stage);
            FakeConnection client = open().says("0");
            settle();
            timer.advance(Duration.ofSeconds(45));
            settle();
            assertThat(client.isOpen()).isFalse();
            assertThat(server.clientsCount()).isZero();
            stage.complete(Map.of());
            settle();
            assertThat(server.of("/").sockets()).isEmpty();
            assertThat(server.of("/").rooms().count()).isZero();
        }

        @Test
        void that_never_decides_does_not_keep_disconnect_listeners_from_being_told() throws InterruptedException {
            server.of("/slow").useAsync(candidate -> stage);
            Peer peer = connect();
            peer.socket().onDisconnect((reason, description) -> log.add(reason.text()));
            peer.says("0/slow,");
            settle();
            peer.client().breaks(CloseReason.TRANSPORT_CLOSE);
            settle();
            assertThat(log).containsExactly("transport close");
        }

        @Test
        void lets_a_bounded_number_of_events_wait() throws InterruptedException {
            start("maxWaitingEvents", "3");
            server.of("/slow").useAsync(candidate -> stage);
            Peer peer = connect();
            peer.says("0/slow,");
            settle();
            for (int i = 0; i < 3; i++) {
                peer.says("2[\"x\"]");
            }
            assertThat(peer.client().isOpen()).isTrue();
            peer.says("2[\"x\"]");
            assertThat(peer.client().isOpen()).isFalse();
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
