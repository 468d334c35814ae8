package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.harness.Inbox;
import org.sockeye.harness.RawConnection;

/** The same with npm's socket.io-client 2 is in {@code ClientVersionsTest}. */
class V2CompatibilityTest {

    abstract static class Suite extends Behaviour {

        private final Inbox<Socket> connections = new Inbox<>();

        Suite(Transport transport) {
            super(transport);
        }

        @Test
        void an_old_client_is_connected_where_old_clients_may_connect() {
            SocketIoServer io = start("allowEIO3", "true");
            io.onConnection(connections::add);
            SocketClient client = openOld();
            assertThat(client.next()).isEqualTo("0");
            assertThat(connections.next().id()).isEqualTo(client.sid());
        }

        @Test
        void the_query_of_an_old_client_behind_the_name_of_a_namespace_is_its_auth() {
            SocketIoServer io = start("allowEIO3", "true");
            io.of("/the-namespace").onConnection(connections::add);
            SocketClient client = openOld().send("0/the-namespace?test=123,");
            assertThat(client.next(2)).containsExactly("0", "0/the-namespace,");
            assertThat(connections.next().handshake().auth()).isEqualTo(Map.of("test", "123"));
        }
    }

    @Nested
    class By_polling extends Suite {
        By_polling() {
            super(Transport.POLLING);
        }

        @Test
        void an_old_client_is_refused_by_default() {
            start();
            assertThat(engine().get("EIO=3&transport=polling").body())
                    .isEqualTo("{\"code\":5,\"message\":\"Unsupported protocol version\"}");
        }
    }

    @Nested
    class By_WebSocket extends Suite {
        By_WebSocket() {
            super(Transport.WEBSOCKET);
        }

        @Test
        void an_old_client_is_refused_by_default() {
            start();
            try (RawConnection connection = new RawConnection(tomcat().port())) {
                connection.webSocket("/socket.io/?EIO=3&transport=websocket");
                assertThat(connection.head()).startsWith("HTTP/1.1 400 ");
            }
        }
    }
}
