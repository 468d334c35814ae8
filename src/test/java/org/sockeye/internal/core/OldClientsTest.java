package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Dispatch;
import org.sockeye.Socket;
import org.sockeye.harness.CapturedLog;
import org.sockeye.internal.engine.CloseReason;

/** Clients of Socket.IO 1 and 2, as the reference server of version 4 treats them. */
class OldClientsTest {

    abstract static class Suite extends CoreSuite {

        final List<Socket> seen = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        /** What a client hears that says something, and how the server answers to the last of it. */
        private List<String> talk(String... said) throws InterruptedException {
            FakeConnection client = openOld();
            for (String text : said) {
                settle();
                client.forgetWhatWasHeard();
                client.says(text);
            }
            return heard(client);
        }

        @Test
        void are_in_the_main_namespace_without_asking() throws InterruptedException {
            server.onConnection(seen::add);
            assertThat(talk()).containsExactly("0");
            assertThat(seen).hasSize(1);
            assertThat(server.of("/").sockets()).containsExactlyElementsOf(seen);
        }

        @Test
        void have_the_session_id_as_the_id_of_their_main_socket() throws InterruptedException {
            server.onConnection(seen::add);
            FakeConnection client = openOld();
            settle();
            assertThat(seen.get(0).id()).isEqualTo(client.sid());
            server.to(client.sid()).emit("private");
            assertThat(heard(client)).containsExactly("0", "2[\"private\"]");
        }

        @Test
        void may_send_before_they_hear_that_they_are_connected() throws InterruptedException {
            server.onConnection(socket -> socket.on("early", event -> event.answer("heard")));
            FakeConnection client = openOld().says("21[\"early\"]");
            assertThat(heard(client)).containsExactly("0", "31[\"heard\"]");
        }

        @Test
        void are_not_heard_when_they_are_refused_meanwhile() throws InterruptedException {
            List<String> events = Collections.synchronizedList(new ArrayList<>());
            server.onConnection(socket -> socket.on("early", event -> events.add(event.name())));
            server.use(candidate -> {
                throw new ConnectionRefusedException("no");
            });
            assertThat(heard(openOld().says("2[\"early\"]"))).containsExactly("4\"no\"");
            assertThat(events).isEmpty();
        }

        @Test
        void have_an_id_that_the_log_does_not_give_away() throws InterruptedException {
            Logger logger = Logger.getLogger("org.sockeye.core");
            logger.setLevel(Level.FINE);
            try (CapturedLog log = new CapturedLog("org.sockeye.core")) {
                server.of("/chat").onConnection(seen::add);
                FakeConnection client = openOld("the-session-id-is-a-secret").says("0/chat");
                settle();
                heard(client.says("2/chat,[\"hello\"]"));
                assertThat(log.text()).contains("/chat#the-se...").doesNotContain(client.sid());
                assertThat(seen.get(0)).hasToString("Socket /chat#the-se... in /chat");
            } finally {
                logger.setLevel(null);
            }
        }

        @Test
        void have_the_session_id_behind_the_name_of_any_other_namespace() throws InterruptedException {
            server.of("/chat").onConnection(seen::add);
            FakeConnection client = openOld().says("0/chat");
            assertThat(heard(client)).containsExactly("0", "0/chat,");
            assertThat(seen.get(0).id()).isEqualTo("/chat#" + client.sid());
        }

        @Test
        void may_not_ask_for_the_main_namespace_again() throws InterruptedException {
            FakeConnection client = openOld();
            settle();
            assertThat(client.says("0").isOpen()).isFalse();
        }

        @Test
        void may_come_back_to_the_main_namespace_that_they_left() throws InterruptedException {
            assertThat(talk("1", "0")).containsExactly("0");
        }

        @Test
        void are_connected_before_anything_is_sent_to_them() throws InterruptedException {
            server.onConnection(socket -> socket.emit("hello"));
            assertThat(talk()).containsExactly("0", "2[\"hello\"]");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                nullValues = "none",
                value = {
                    "0/chat?token=abc&n=1,    | {token=abc, n=1}",
                    "0/chat?a=1&a=2           | {a=2}",
                    "0/chat?q=%22%C3%A9%20x+y | {q=\"é x y}",
                    "0/chat?                  | {}",
                    "0/chat,                  | {}",
                    "0/chat?a=b,{\"a\":\"c\"}  | {a=b}"
                })
        void send_a_query_behind_the_name_of_a_namespace_instead_of_auth(String connect, String auth)
                throws InterruptedException {
            List<Map<String, @Nullable Object>> auths = Collections.synchronizedList(new ArrayList<>());
            server.of("/chat")
                    .onConnection(socket -> auths.add(socket.handshake().auth()));
            assertThat(talk(connect)).containsExactly("0/chat,");
            assertThat(auths).singleElement().hasToString(auth);
        }

        @Test
        void bring_no_auth_to_the_main_namespace() throws InterruptedException {
            server.onConnection(seen::add);
            talk();
            assertThat(seen.get(0).handshake().auth()).isEmpty();
        }

        @Test
        void are_told_that_a_namespace_is_not_there() throws InterruptedException {
            assertThat(talk("0/unknown?a=b,")).containsExactly("4/unknown,{\"message\":\"Invalid namespace\"}");
        }

        @Test
        void are_told_the_message_of_a_middleware_that_refuses() throws InterruptedException {
            server.of("/chat").use(candidate -> {
                throw new ConnectionRefusedException("not \"you\"");
            });
            assertThat(talk("0/chat")).containsExactly("4/chat,\"not \\\"you\\\"\"");
        }

        @Test
        void are_told_the_data_of_a_middleware_that_refuses_instead_of_its_message() throws InterruptedException {
            server.of("/chat").use(candidate -> {
                throw new ConnectionRefusedException("not you", Map.of("code", 7));
            });
            assertThat(talk("0/chat")).containsExactly("4/chat,{\"code\":7}");
        }

        @Test
        void are_told_the_message_where_the_data_says_nothing() throws InterruptedException {
            server.of("/chat").use(candidate -> {
                throw new ConnectionRefusedException("not you", "");
            });
            assertThat(talk("0/chat")).containsExactly("4/chat,\"not you\"");
        }

        @Test
        void that_the_main_namespace_refuses_may_have_another() throws InterruptedException {
            server.use(candidate -> {
                throw new ConnectionRefusedException("not here");
            });
            server.of("/chat");
            FakeConnection client = openOld().says("0/chat");
            assertThat(heard(client)).containsExactlyInAnyOrder("4\"not here\"", "0/chat,");
            assertThat(client.isOpen()).isTrue();
        }

        @Test
        void that_every_namespace_refuses_are_closed_in_time() throws InterruptedException {
            server.use(candidate -> {
                throw new ConnectionRefusedException("not here");
            });
            FakeConnection client = openOld();
            settle();
            timer.advance(Duration.ofSeconds(45));
            assertThat(client.isOpen()).isFalse();
        }

        @Test
        void are_not_closed_for_asking_for_no_namespace() throws InterruptedException {
            FakeConnection client = openOld();
            settle();
            timer.advance(Duration.ofSeconds(45));
            assertThat(client.isOpen()).isTrue();
        }

        @Test
        void acknowledge_and_are_acknowledged() throws Exception {
            CompletableFuture<String> answered = new CompletableFuture<>();
            server.onConnection(socket -> {
                socket.on("ask", event -> event.answer("yes"));
                socket.emitWithAck("question").thenAccept(reply -> answered.complete(reply.argument(0, String.class)));
            });
            FakeConnection client = openOld();
            assertThat(heard(client)).containsExactly("0", "20[\"question\"]");
            client.says("25[\"ask\"]").says("30[\"me too\"]");
            assertThat(heard(client)).endsWith("35[\"yes\"]");
            assertThat(answered.get(10, TimeUnit.SECONDS)).isEqualTo("me too");
        }

        @Test
        void send_and_receive_attachments() throws InterruptedException {
            server.of("/chat")
                    .onConnection(socket ->
                            socket.on("echo", event -> event.answer((Object) event.argument(0, byte[].class))));
            FakeConnection client = openOld().says("0/chat?a=b,");
            settle();
            client.says("51-/chat,7[\"echo\",{\"_placeholder\":true,\"num\":0}]")
                    .says(new byte[] {1, 2});
            assertThat(heard(client)).endsWith("61-/chat,7[{\"_placeholder\":true,\"num\":0}]", "<1 2>");
        }

        @Test
        void may_repeat_the_query_in_every_packet() throws InterruptedException {
            server.of("/chat").onConnection(socket -> socket.on("echo", event -> event.answer("x")));
            assertThat(talk("0/chat?a=b,", "2/chat?a=b,1[\"echo\"]")).containsExactly("3/chat,1[\"x\"]");
        }

        @Test
        void hear_broadcasts_that_were_encoded_once_for_all_clients() throws InterruptedException {
            FakeConnection old = openOld();
            FakeConnection recent = open().says("0");
            settle();
            old.forgetWhatWasHeard();
            recent.forgetWhatWasHeard();
            server.emit("news", new byte[] {1}, "text");
            assertThat(heard(old)).isNotEmpty().isEqualTo(heard(recent));
            assertThat(old.sent().get(0).frames().get(1))
                    .isSameAs(recent.sent().get(0).frames().get(1));
        }

        @Test
        void leave_and_are_sent_away() throws InterruptedException {
            List<String> log = Collections.synchronizedList(new ArrayList<>());
            server.of("/chat")
                    .onConnection(socket -> socket.onDisconnect((reason, description) -> log.add(reason.text())));
            server.onConnection(socket -> socket.on("bye", event -> socket.disconnect()));
            FakeConnection client = openOld().says("0/chat");
            settle();
            client.says("1/chat,").says("2[\"bye\"]");
            assertThat(heard(client)).endsWith("1");
            assertThat(log).containsExactly("client namespace disconnect");
        }

        /** The engine has forgotten an id, which the application may then give again, before the core hears of the end. */
        @Test
        void that_go_take_no_other_with_them_that_has_their_id_by_then() throws InterruptedException {
            FakeConnection first = openOld("chosen");
            settle();
            FakeConnection second = openOld("chosen");
            settle();
            first.breaks(CloseReason.TRANSPORT_CLOSE);
            settle();
            server.emit("news");
            assertThat(heard(second)).endsWith("2[\"news\"]");
            assertThat(server.of("/").sockets()).hasSize(1);
        }

        @Test
        void that_are_gone_at_once_leave_nothing_behind() throws InterruptedException {
            start();
            openOld().breaks(CloseReason.TRANSPORT_CLOSE);
            settle();
            assertThat(server.of("/").sockets()).isEmpty();
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

        @Test
        void may_be_asked_but_not_waited_for_while_the_connection_opens() throws InterruptedException {
            List<String> failures = Collections.synchronizedList(new ArrayList<>());
            server.onConnection(socket -> {
                try {
                    socket.emitWithAck("question").toCompletableFuture().join();
                } catch (RuntimeException refused) {
                    failures.add(String.valueOf(refused.getMessage()));
                }
            });
            openOld();
            settle();
            assertThat(failures).singleElement().asString().contains("dispatch");
        }
    }
}
