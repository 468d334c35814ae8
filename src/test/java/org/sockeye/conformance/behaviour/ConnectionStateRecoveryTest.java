package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.Inbox;

class ConnectionStateRecoveryTest {

    private static final Pattern WELCOME = Pattern.compile("0\\{\"sid\":\"([^\"]+)\",\"pid\":\"([^\"]+)\"}");
    private static final Pattern HELLO = Pattern.compile("2\\[\"hello\",\"([^\"]+)\"]");

    abstract static class Suite extends Behaviour {

        private final Inbox<Socket> connections = new Inbox<>();

        Suite(Transport transport) {
            super(transport);
        }

        /** A session that a client has left, as it would know it. */
        private record Left(String sid, String pid, String offset) {

            String asked() {
                return "0{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}";
            }
        }

        private SocketIoServer startWithRecovery(String... more) {
            String[] settings = new String[2 + more.length];
            settings[0] = "connectionStateRecovery";
            settings[1] = "true";
            System.arraycopy(more, 0, settings, 2, more.length);
            SocketIoServer io = start(settings);
            io.onConnection(connections::add);
            return io;
        }

        /** A client that connects, hears one event and loses its connection. */
        private Left left(SocketIoServer io) {
            SocketClient client = open().send("0");
            Matcher welcome = matched(WELCOME, client.next());
            Socket socket = connections.next();
            socket.join("room1");
            socket.join("room2");
            socket.data().put("foo", "bar");
            io.emit("hello");
            Matcher hello = matched(HELLO, client.next());
            Inbox<String> gone = new Inbox<>();
            socket.onDisconnect((reason, description) -> gone.add(reason.text()));
            client.close();
            assertThat(gone.next()).isEqualTo("transport close");
            return new Left(group(welcome, 1), group(welcome, 2), group(hello, 1));
        }

        private static Matcher matched(Pattern pattern, String packet) {
            Matcher matcher = pattern.matcher(packet);
            assertThat(matcher.matches()).as(packet).isTrue();
            return matcher;
        }

        private static String group(Matcher matcher, int group) {
            return Objects.requireNonNull(matcher.group(group));
        }

        @Test
        @Covers("Socket.recovered")
        void a_client_that_comes_back_is_sent_what_it_missed_and_is_who_it_was() {
            SocketIoServer io = startWithRecovery();
            Left left = left(io);
            io.emit("hello1");
            io.to("room1").emit("hello2");
            io.to(left.sid()).emit("hello3");
            List<String> packets = open().send(left.asked()).next(4);
            for (int i = 0; i < 3; i++) {
                assertThat(packets.get(i)).startsWith("2[\"hello" + (i + 1) + "\",\"");
            }
            assertThat(packets.get(3)).isEqualTo("0{\"sid\":\"" + left.sid() + "\",\"pid\":\"" + left.pid() + "\"}");
            assertThat(connections.next().recovered()).isTrue();
        }

        @Test
        @Covers({"Socket.recovered", "Socket.rooms", "Socket.data"})
        void its_rooms_and_its_data_are_there_again() {
            SocketIoServer io = startWithRecovery();
            Left left = left(io);
            open().send(left.asked());
            Socket socket = connections.next();
            assertThat(socket.id()).isEqualTo(left.sid());
            assertThat(socket.recovered()).isTrue();
            assertThat(socket.rooms()).containsExactlyInAnyOrder(left.sid(), "room1", "room2");
            assertThat(socket.data().get("foo", String.class)).isEqualTo("bar");
        }

        @Test
        @Covers({"Server.use", "Socket.recovered"})
        void no_middleware_is_called_for_it() {
            SocketIoServer io = startWithRecovery();
            Left left = left(io);
            io.use(candidate -> candidate.attributes().put("called", true));
            open().send(left.asked());
            Socket socket = connections.next();
            assertThat(socket.recovered()).isTrue();
            assertThat(socket.attributes()).isEmpty();
        }

        @Test
        @Covers({"Server.use", "Socket.recovered"})
        void middleware_is_called_for_it_where_it_is_not_to_be_skipped() {
            SocketIoServer io = startWithRecovery("skipMiddlewares", "false");
            Left left = left(io);
            io.use(candidate -> candidate.attributes().put("called", true));
            open().send(left.asked());
            Socket socket = connections.next();
            assertThat(socket.recovered()).isTrue();
            assertThat(socket.attributes()).containsEntry("called", true);
        }

        @Test
        @Covers("Socket.recovered")
        void a_client_with_a_session_that_is_not_known_is_a_new_one() {
            startWithRecovery();
            Matcher welcome = matched(
                    WELCOME,
                    open().send("0{\"pid\":\"foo\",\"offset\":\"bar\"}").next());
            assertThat(group(welcome, 1)).isNotEqualTo("foo");
            assertThat(group(welcome, 2)).isNotEqualTo("foo");
            assertThat(connections.next().recovered()).isFalse();
        }

        @Test
        @Covers("Socket.recovered")
        void by_default_there_is_no_private_id_and_nobody_comes_back() {
            start().onConnection(connections::add);
            assertThat(open().send("0{\"pid\":\"foo\",\"offset\":\"bar\"}").next())
                    .matches("0\\{\"sid\":\"[^\"]+\"}");
            assertThat(connections.next().recovered()).isFalse();
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
