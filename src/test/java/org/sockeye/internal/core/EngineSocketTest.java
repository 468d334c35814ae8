package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.EngineSocket;
import org.sockeye.Socket;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.internal.engine.CloseReason;

class EngineSocketTest {

    abstract static class Suite extends CoreSuite {

        final List<Object> log = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        private List<Object> log() throws InterruptedException {
            settle();
            return List.copyOf(log);
        }

        private static String told(EngineSocket.Packet packet) {
            ByteBuffer binary = packet.binary();
            return packet.type() + " "
                    + (binary == null ? packet.text() : "" + binary.remaining() + binary.isReadOnly());
        }

        @Test
        @Covers({"Socket.conn", "Socket.client"})
        void it_says_what_carries_the_client() throws InterruptedException {
            Peer peer = connect();
            EngineSocket conn = peer.socket().conn();
            assertThat(conn.id()).isEqualTo(peer.client().sid());
            assertThat(conn.protocol()).isEqualTo(4);
            assertThat(conn.request()).isSameAs(peer.socket().handshake().request());
            assertThat(conn.transport()).isEqualTo(Transport.POLLING);
            assertThat(conn.isOpen()).isTrue();
        }

        @Test
        @Covers("Socket.conn")
        void all_sockets_of_a_client_share_it() throws InterruptedException {
            Peer peer = connect();
            List<Socket> others = new ArrayList<>();
            server.of("/other").onConnection(others::add);
            peer.says("0/other,");
            settle();
            assertThat(others).singleElement().satisfies(other -> assertThat(other.conn())
                    .isSameAs(peer.socket().conn()));
        }

        @Test
        @Covers("Socket.conn")
        void it_tells_of_an_upgrade() throws InterruptedException {
            Peer peer = connect();
            peer.socket().conn().onUpgrade(log::add);
            peer.client().upgrades();
            assertThat(log()).containsExactly(Transport.WEBSOCKET);
            assertThat(peer.socket().conn().transport()).isEqualTo(Transport.WEBSOCKET);
        }

        @Test
        @Covers("Socket.conn")
        void it_tells_of_packets_both_ways_in_their_order() throws InterruptedException {
            Peer peer = connect();
            peer.socket()
                    .conn()
                    .onPacket(packet -> log.add("in " + told(packet)))
                    .onPacketCreate(packet -> log.add("out " + told(packet)))
                    .onDrain(() -> log.add("drained"));
            peer.says("2[\"hello\"]");
            peer.socket().emit("bytes", new byte[3]);
            assertThat(log())
                    .containsExactly(
                            "in MESSAGE 2[\"hello\"]",
                            "out MESSAGE 51-[\"bytes\",{\"_placeholder\":true,\"num\":0}]",
                            "out MESSAGE 3true",
                            "drained");
        }

        @Test
        void the_session_is_watched_only_once_somebody_listens() throws InterruptedException {
            Peer peer = connect();
            peer.socket().conn().transport();
            assertThat(peer.client().watcher()).isNull();
            peer.socket().conn().onDrain(() -> {});
            assertThat(peer.client().watcher()).isNotNull();
        }

        @Test
        @Covers("Socket.conn")
        void it_tells_of_the_end_once_and_whoever_asks_later_at_once() throws InterruptedException {
            Peer peer = connect();
            EngineSocket conn = peer.socket().conn().onClose((reason, description) -> log.add(reason + " 1"));
            peer.client().breaks(CloseReason.PING_TIMEOUT, "gone");
            settle();
            conn.onClose((reason, description) -> log.add(reason + " 2 " + description));
            assertThat(log()).containsExactly("ping timeout 1", "ping timeout 2 gone");
            assertThat(conn.isOpen()).isFalse();
        }

        @Test
        void somebody_who_listens_for_the_first_time_after_the_end_is_told_too() throws InterruptedException {
            Peer peer = connect();
            peer.client().breaks(CloseReason.TRANSPORT_CLOSE);
            settle();
            peer.socket().conn().onClose((reason, description) -> log.add(reason + " " + description));
            assertThat(log()).containsExactly("transport close null");
        }

        @Test
        @Covers("Socket.conn")
        void closing_it_ends_every_socket_of_the_client() throws InterruptedException {
            Peer peer = connect();
            peer.socket().onDisconnect((reason, description) -> log.add(reason.text()));
            peer.socket().conn().close();
            assertThat(log()).containsExactly("forced close");
            assertThat(server.clientsCount()).isZero();
        }

        @Test
        void a_listener_that_throws_disturbs_nothing_else() throws InterruptedException {
            Peer peer = connect();
            peer.socket()
                    .conn()
                    .onPacket(packet -> {
                        throw new IllegalStateException("expected in this test");
                    })
                    .onPacket(packet -> log.add(told(packet)));
            peer.socket().on("hello", event -> log.add("event"));
            peer.says("2[\"hello\"]");
            assertThat(log()).containsExactlyInAnyOrder("MESSAGE 2[\"hello\"]", "event");
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
