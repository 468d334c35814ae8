package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Dispatch;
import org.sockeye.Socket;
import org.sockeye.features.Covers;
import org.sockeye.internal.engine.CloseReason;

class ConnectingTest {

    abstract static class Suite extends CoreSuite {

        final List<String> log = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        @Test
        void is_answered_with_the_sockets_id() throws InterruptedException {
            FakeConnection client = open().says("0");
            assertThat(heard(client)).singleElement().asString().matches("0\\{\"sid\":\"[\\w-]{20}\"}");
            assertThat(heard(client)).singleElement().asString().doesNotContain(client.sid());
            assertThat(server.of("/").sockets()).hasSize(1);
        }

        @Test
        void works_in_every_namespace_that_there_is() throws InterruptedException {
            server.of("chat");
            FakeConnection client = open().says("0/chat,").says("0");
            assertThat(heard(client))
                    .satisfiesExactlyInAnyOrder(
                            first -> assertThat(first).startsWith("0/chat,{\"sid\""),
                            second -> assertThat(second).startsWith("0{\"sid\""));
        }

        @Test
        void is_refused_in_a_namespace_that_there_is_not() throws InterruptedException {
            FakeConnection client = open().says("0/random");
            assertThat(heard(client)).containsExactly("4/random,{\"message\":\"Invalid namespace\"}");
            assertThat(client.isOpen()).isTrue();
            assertThat(client.says("0").isOpen()).isTrue();
        }

        @Test
        void brings_what_the_client_gave_as_auth() throws InterruptedException {
            List<Map<String, ?>> seen = new ArrayList<>();
            server.onConnection(socket -> seen.add(socket.handshake().auth()));
            open().says("0{\"token\":\"123\"}");
            settle();
            open().says("0");
            settle();
            assertThat(seen).containsExactly(Map.of("token", "123"), Map.of());
        }

        @Test
        void comes_before_everything_else_that_is_sent() throws InterruptedException {
            server.use(candidate -> candidate.emit("too early"));
            server.onConnection(socket -> {
                socket.emit("hello");
                server.emit("to all");
            });
            FakeConnection client = open().says("0");
            assertThat(heard(client)).hasSize(3).last().isEqualTo("2[\"to all\"]");
            assertThat(heard(client).get(0)).startsWith("0{");
            assertThat(heard(client).get(1)).isEqualTo("2[\"hello\"]");
        }

        @Test
        void makes_the_socket_visible_only_afterwards() throws InterruptedException {
            server.use(candidate -> {
                candidate.join("room");
                server.to("room").emit("too early");
                server.emit("too early");
                log.add("visible: " + server.of("/").sockets().size() + candidate.isConnected());
            });
            FakeConnection client = open().says("0");
            settle();
            server.to("room").emit("now");
            assertThat(log).containsExactly("visible: 0false");
            assertThat(heard(client)).hasSize(2).last().isEqualTo("2[\"now\"]");
        }

        @Test
        void asks_the_middleware_one_after_the_other_until_one_refuses() throws InterruptedException {
            server.use(candidate -> log.add("first"));
            server.use(candidate -> {
                throw new ConnectionRefusedException("not authorized", Map.of("code", 17));
            });
            server.use(candidate -> log.add("third"));
            server.onConnection(socket -> log.add("connected"));
            FakeConnection client = open().says("0");
            assertThat(heard(client)).containsExactly("4{\"message\":\"not authorized\",\"data\":{\"code\":17}}");
            assertThat(log).containsExactly("first");
            assertThat(client.isOpen()).isTrue();
        }

        @Test
        void may_be_tried_again_after_a_refusal() throws InterruptedException {
            server.use(candidate -> {
                candidate.join("room");
                if (candidate.handshake().auth().isEmpty()) {
                    throw new ConnectionRefusedException("no token");
                }
            });
            FakeConnection client = open().says("0");
            settle();
            assertThat(server.of("/").rooms().count()).isZero();
            client.says("0{\"token\":\"1\"}");
            assertThat(heard(client)).hasSize(2).first().isEqualTo("4{\"message\":\"no token\"}");
            assertThat(server.of("/").sockets()).hasSize(1);
        }

        @Test
        void tells_the_client_nothing_of_other_exceptions() throws InterruptedException {
            server.use(candidate -> {
                throw new IllegalStateException("password of the database is 1234");
            });
            assertThat(heard(open().says("0"))).containsExactly("4{\"message\":\"Connection refused\"}");
        }

        @Test
        void leaves_out_data_of_a_refusal_that_json_cannot_hold() throws InterruptedException {
            server.of("/a").use(candidate -> {
                throw new ConnectionRefusedException("a", new byte[] {1});
            });
            server.of("/b").use(candidate -> {
                throw new ConnectionRefusedException("b", new Object());
            });
            server.of("/c").use(candidate -> {
                List<Object> endless = new ArrayList<>();
                endless.add(endless);
                throw new ConnectionRefusedException("c", endless);
            });
            FakeConnection client = open().says("0/a");
            assertThat(heard(client)).containsExactly("4/a,{\"message\":\"a\"}");
            assertThat(heard(client.says("0/b"))).last().isEqualTo("4/b,{\"message\":\"b\"}");
            assertThat(heard(client.says("0/c"))).last().isEqualTo("4/c,{\"message\":\"c\"}");
        }

        @Test
        void calls_each_listener_though_one_throws() throws InterruptedException {
            server.onConnection(socket -> {
                throw new IllegalStateException("expected in this test");
            });
            server.onConnection(socket -> log.add("second"));
            FakeConnection client = open().says("0");
            settle();
            assertThat(log).containsExactly("second");
            assertThat(client.isOpen()).isTrue();
        }

        @Test
        @Covers("Server.connectTimeout")
        void too_late_closes_the_connection() throws InterruptedException {
            start("connectTimeout", "1000");
            FakeConnection idle = open();
            FakeConnection refused = open().says("0/random");
            FakeConnection connected = open().says("0");
            settle();
            timer.advance(Duration.ofSeconds(1));
            assertThat(idle.isOpen()).isFalse();
            assertThat(refused.isOpen()).isFalse();
            assertThat(connected.isOpen()).isTrue();
            assertThat(server.clientsCount()).isOne();
            assertThat(timer.pending()).isZero();
        }

        @Test
        void ends_when_the_client_goes_while_a_middleware_runs() throws InterruptedException {
            AtomicReference<FakeConnection> client = new AtomicReference<>();
            server.use(candidate -> {
                candidate.join("room");
                Objects.requireNonNull(client.get()).breaks(CloseReason.TRANSPORT_CLOSE);
                candidate.join("other room");
            });
            server.onConnection(socket -> log.add("connected"));
            client.set(open());
            Objects.requireNonNull(client.get()).says("0");
            assertThat(heard(Objects.requireNonNull(client.get()))).isEmpty();
            assertThat(log).isEmpty();
            assertThat(server.of("/").rooms().count()).isZero();
            assertThat(server.clientsCount()).isZero();
        }

        @Test
        void is_told_of_a_client_that_leaves_as_soon_as_it_hears_of_it() throws InterruptedException {
            server.onConnection(socket -> {
                log.add("connected");
                socket.onDisconnect((reason, description) -> log.add(reason.text()));
            });
            open().answersWith("1").says("0");
            settle();
            assertThat(log).containsExactly("connected", "client namespace disconnect");
            assertThat(server.of("/").sockets()).isEmpty();
        }

        @Test
        void brings_what_a_client_sends_as_soon_as_it_hears_of_it() throws InterruptedException {
            server.onConnection(socket -> {
                socket.on("early", event -> log.add(event.name()));
                log.add("connected");
            });
            open().answersWith("2[\"early\"]").says("0");
            settle();
            assertThat(log).containsExactly("connected", "early");
        }

        @Test
        void is_not_ended_by_a_middleware_that_disconnects_its_candidate() throws InterruptedException {
            server.use(Socket::disconnect);
            assertThat(heard(open().says("0"))).singleElement().asString().startsWith("0{");
        }

        @Test
        void twice_closes_the_connection() throws InterruptedException {
            Peer peer = connect();
            peer.says("0");
            assertThat(peer.client().isOpen()).isFalse();
        }

        @Test
        void must_come_before_anything_else() {
            for (String text :
                    List.of("1", "2[\"a\"]", "31[]", "4{}", "51-[\"a\",{\"_placeholder\":true,\"num\":0}]")) {
                assertThat(open().says(text).isOpen()).as(text).isFalse();
            }
        }

        @Test
        void to_one_namespace_is_none_to_another() throws InterruptedException {
            server.of("/admin");
            Peer peer = connect();
            peer.says("2/admin,[\"a\"]");
            assertThat(peer.client().isOpen()).isFalse();
        }
    }

    @Nested
    class On_container_threads extends Suite {
        On_container_threads() {
            super(Dispatch.CONTAINER);
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR);
        }

        @Test
        void holds_events_back_until_the_connection_listeners_have_run() throws InterruptedException {
            CountDownLatch sent = new CountDownLatch(1);
            server.onConnection(socket -> {
                await(sent);
                socket.on("event", event -> log.add("event"));
                log.add("connected");
            });
            FakeConnection client = open().says("0");
            CountDownLatch answered = new CountDownLatch(1);
            executor.execute(() -> {
                while (client.heard().isEmpty()) {
                    Thread.onSpinWait();
                }
                answered.countDown();
            });
            await(answered);
            client.says("2[\"event\"]");
            sent.countDown();
            settle();
            assertThat(log).containsExactly("connected", "event");
        }

        @Test
        void is_not_over_while_a_middleware_runs() throws InterruptedException {
            CountDownLatch sent = new CountDownLatch(1);
            server.use(candidate -> await(sent));
            FakeConnection client = open().says("0").says("2[\"event\"]");
            assertThat(client.isOpen()).isFalse();
            sent.countDown();
            settle();
            assertThat(server.of("/").sockets()).isEmpty();
        }
    }
}
