package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.DisconnectReason;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.Inbox;

class CloseTest {

    abstract static class Suite extends Behaviour {

        Suite(Transport transport) {
            super(transport);
        }

        @Test
        @Covers("Server.close")
        void a_server_that_is_closed_disconnects_its_clients() {
            SocketIoServer io = start();
            Inbox<DisconnectReason> reasons = new Inbox<>();
            SocketClient client = client();
            socketOf(client).onDisconnect((reason, description) -> reasons.add(reason));
            assertThat(io.of("/").sockets()).hasSize(1);
            io.close();
            client.awaitEnd();
            assertThat(reasons.next()).isEqualTo(DisconnectReason.SERVER_SHUTTING_DOWN);
            assertThat(io.of("/").sockets()).isEmpty();
        }

        @Test
        void a_server_that_is_closed_takes_no_further_clients() {
            start().close();
            assertThat(engine().get("EIO=4&transport=polling").statusCode()).isEqualTo(503);
        }

        @Test
        void a_server_may_be_closed_before_anybody_came_and_twice() {
            SocketIoServer io = start();
            io.close();
            io.close();
            assertThat(io.clientsCount()).isZero();
        }

        @Test
        void a_client_that_asks_twice_for_a_namespace_is_closed() {
            start();
            SocketClient client = open().send("0", "0");
            client.awaitEnd();
        }

        @Test
        void a_client_that_sends_an_event_without_being_connected_is_closed() {
            start();
            SocketClient client = open().send("2[\"some event\"]");
            client.awaitEnd();
        }

        @Test
        void a_client_that_sends_what_is_no_packet_is_closed() {
            start();
            SocketClient client = client().send("abc");
            client.awaitEnd();
        }
    }

    @Nested
    class By_polling extends Suite {
        By_polling() {
            super(Transport.POLLING);
        }

        /** Cleanly, and not as if it had never been. */
        @Test
        void a_client_that_violates_the_protocol_is_sent_a_close_packet_behind_what_waited_for_it() {
            start();
            String sid = engine().open();
            engine().post(sid, "40");
            engine().post(sid, "40");
            assertThat(engine().poll(sid).body()).startsWith("40{\"sid\":").endsWith("\u001e1");
            assertThat(engine().poll(sid).statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class By_WebSocket extends Suite {
        By_WebSocket() {
            super(Transport.WEBSOCKET);
        }
    }
}
