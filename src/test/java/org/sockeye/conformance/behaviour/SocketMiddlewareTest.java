package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Socket;
import org.sockeye.SocketError;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.Inbox;

class SocketMiddlewareTest {

    abstract static class Suite extends Behaviour {

        private final Inbox<String> log = new Inbox<>();

        Suite(Transport transport) {
            super(transport);
        }

        @Test
        @Covers("Socket.use")
        void every_one_sees_an_event_with_its_arguments_before_a_listener_does() {
            start();
            SocketClient client = client();
            Socket socket = socketOf(client);
            socket.use(event -> log.add("first " + event.name() + " " + event.argument(0, String.class)));
            socket.use(event -> log.add("second " + event.name() + " " + event.argument(0, String.class)));
            socket.on("join", String.class, (room, event) -> log.add("listener " + room));
            client.send("2[\"join\",\"woot\"]");
            assertThat(log.next(3)).containsExactly("first join woot", "second join woot", "listener woot");
        }

        @Test
        @Covers({"Socket.use", "Socket.on"})
        void one_that_throws_refuses_the_event_and_the_error_listeners_are_told() {
            start();
            SocketClient client = client();
            Socket socket = socketOf(client);
            Inbox<SocketError> errors = new Inbox<>();
            socket.use(event -> {
                if (event.name().equals("join")) {
                    throw new SecurityException("Authentication error");
                }
            });
            socket.use(event -> log.add("second " + event.name()));
            socket.on("join", event -> log.add("listener"));
            socket.onError(errors::add);
            client.send("2[\"join\",\"woot\"]", "2[\"leave\"]");
            SocketError error = errors.next();
            assertThat(error.kind()).isEqualTo(SocketError.Kind.EVENT_REFUSED);
            assertThat(error.event()).isEqualTo("join");
            assertThat(error.cause()).hasMessage("Authentication error");
            assertThat(log.next()).isEqualTo("second leave");
        }

        @Test
        @Covers("Socket.use")
        void one_that_lets_pass_later_is_waited_for_and_so_is_the_next_event() {
            start();
            SocketClient client = client();
            Socket socket = socketOf(client);
            CompletableFuture<Void> allowed = new CompletableFuture<>();
            socket.useAsync(event -> {
                log.add("asked " + event.name());
                return allowed;
            });
            socket.on("one", event -> log.add("one"));
            socket.on("two", event -> log.add("two"));
            client.send("2[\"one\"]", "2[\"two\"]").heard();
            assertThat(log.next()).isEqualTo("asked one");
            assertThat(log.isEmpty()).isTrue();
            allowed.complete(null);
            assertThat(log.next(3)).containsExactly("one", "asked two", "two");
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
