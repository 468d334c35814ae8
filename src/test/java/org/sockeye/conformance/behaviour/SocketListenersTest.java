package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.EventListener;
import org.sockeye.OutgoingListener;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.Inbox;

/** What listens to every event of a socket: with {@link SocketTest}, the reference's tests of sockets. */
class SocketListenersTest {

    abstract static class Suite extends Behaviour {

        final Inbox<String> log = new Inbox<>();

        Suite(Transport transport) {
            super(transport);
        }

        @Nested
        class To_any_event {

            @Test
            @Covers("Socket.onAny")
            void are_told_its_name_and_arguments() {
                start();
                SocketClient client = client();
                socketOf(client).onAny(event -> log.add(event.name() + " " + event.argument(0, String.class)));
                client.send("2[\"my-event\",\"123\"]");
                assertThat(log.next()).isEqualTo("my-event 123");
            }

            @Test
            @Covers({"Socket.onAny", "Socket.prependAny", "Socket.on"})
            void come_before_those_of_the_event_and_the_last_that_was_prepended_first() {
                start();
                SocketClient client = client();
                Socket socket = socketOf(client);
                socket.on("my-event", event -> log.add("listener"));
                socket.onAny(event -> log.add("added"));
                socket.prependAny(event -> log.add("prepended first"));
                socket.prependAny(event -> log.add("prepended last"));
                client.send("2[\"my-event\",\"123\"]");
                assertThat(log.next(4)).containsExactly("prepended last", "prepended first", "added", "listener");
            }

            @Test
            @Covers({"Socket.offAny", "Socket.listenersAny"})
            void are_told_nothing_once_they_are_taken_out() {
                start();
                SocketClient client = client();
                Socket socket = socketOf(client);
                EventListener removed = event -> log.add("removed");
                EventListener kept = event -> log.add("kept");
                socket.onAny(removed).onAny(kept);
                socket.offAny(removed);
                assertThat(socket.listenersAny()).containsExactly(kept);
                client.send("2[\"my-event\",\"123\"]");
                assertThat(log.next()).isEqualTo("kept");
                assertThat(socket.offAny().listenersAny()).isEmpty();
            }
        }

        @Nested
        class To_what_is_sent {

            @Test
            @Covers({"Socket.onAnyOutgoing", "Socket.emit"})
            void are_told_its_name_and_arguments() {
                start();
                SocketClient client = client();
                Socket socket = socketOf(client);
                socket.onAnyOutgoing(event -> log.add(event.name() + " " + event.argument(0, String.class)));
                socket.emit("my-event", "123");
                assertThat(log.next()).isEqualTo("my-event 123");
                assertThat(client.next()).isEqualTo("2[\"my-event\",\"123\"]");
            }

            @Test
            @Covers({"Socket.onAnyOutgoing", "Server.emit"})
            void are_told_of_broadcasts() {
                SocketIoServer io = start();
                SocketClient client = client();
                socketOf(client).onAnyOutgoing(event -> log.add(event.name() + " " + event.argument(0, String.class)));
                io.emit("my-event", "123");
                assertThat(log.next()).isEqualTo("my-event 123");
                assertThat(client.next()).isEqualTo("2[\"my-event\",\"123\"]");
            }

            @Test
            @Covers("Socket.onAnyOutgoing")
            void are_told_of_broadcasts_of_bytes() {
                SocketIoServer io = start();
                SocketClient client = client();
                socketOf(client).onAnyOutgoing(event -> log.add(Arrays.toString(event.argument(0, byte[].class))));
                io.emit("my-event", (Object) new byte[] {1, 2, 3});
                assertThat(log.next()).isEqualTo("[1, 2, 3]");
            }

            @Test
            @Covers({"Socket.onAnyOutgoing", "Socket.prependAnyOutgoing"})
            void are_told_first_if_they_were_prepended_last() {
                start();
                SocketClient client = client();
                Socket socket = socketOf(client);
                socket.onAnyOutgoing(event -> log.add("added"));
                socket.prependAnyOutgoing(event -> log.add("prepended first"));
                socket.prependAnyOutgoing(event -> log.add("prepended last"));
                socket.emit("my-event", "123");
                assertThat(log.next(3)).containsExactly("prepended last", "prepended first", "added");
            }

            @Test
            @Covers({"Socket.offAnyOutgoing", "Socket.listenersAnyOutgoing"})
            void are_told_nothing_once_they_are_taken_out() {
                start();
                SocketClient client = client();
                Socket socket = socketOf(client);
                OutgoingListener removed = event -> log.add("removed");
                OutgoingListener kept = event -> log.add("kept");
                socket.onAnyOutgoing(removed).onAnyOutgoing(kept);
                socket.offAnyOutgoing(removed);
                assertThat(socket.listenersAnyOutgoing()).containsExactly(kept);
                socket.emit("my-event", "123");
                assertThat(log.next()).isEqualTo("kept");
                assertThat(socket.offAnyOutgoing().listenersAnyOutgoing()).isEmpty();
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
