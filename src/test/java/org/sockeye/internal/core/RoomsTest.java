package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.spi.Adapter;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Flags;
import org.sockeye.spi.LocalSockets;
import org.sockeye.spi.Selector;

class RoomsTest {

    abstract static class Suite extends CoreSuite {

        final List<Peer> peers = new ArrayList<>();

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        /** 0 in red; 1 in red and blue; 2 in blue; 3 in none. */
        @BeforeEach
        void four_clients() throws InterruptedException {
            for (int i = 0; i < 4; i++) {
                peers.add(connect());
            }
            peers.get(0).socket().join("red");
            peers.get(1).socket().join("red", "blue");
            peers.get(2).socket().join("blue");
        }

        /** Who heard something since the last question, once each. */
        List<Integer> reached() {
            List<Integer> reached = IntStream.range(0, peers.size())
                    .filter(i -> !peers.get(i).client().heard().isEmpty())
                    .boxed()
                    .toList();
            peers.forEach(peer -> assertThat(peer.client().heard()).hasSizeLessThan(2));
            peers.forEach(peer -> peer.client().forgetWhatWasHeard());
            return reached;
        }

        @Test
        void are_reached_from_the_namespace() {
            server.emit("a");
            assertThat(reached()).containsExactly(0, 1, 2, 3);
            server.to("red").emit("a");
            assertThat(reached()).containsExactly(0, 1);
            server.in("red", "blue").emit("a");
            assertThat(reached()).containsExactly(0, 1, 2);
            server.to("red").to("blue").emit("a");
            assertThat(reached()).containsExactly(0, 1, 2);
            server.except("red").emit("a");
            assertThat(reached()).containsExactly(2, 3);
            server.to("red").except("blue").emit("a");
            assertThat(reached()).containsExactly(0);
            server.of("/").except("red").except("blue").emit("a");
            assertThat(reached()).containsExactly(3);
            server.to("nobody").emit("a");
            assertThat(reached()).isEmpty();
            server.except("nobody").to("blue", "nobody").emit("a");
            assertThat(reached()).containsExactly(1, 2);
        }

        @Test
        void are_reached_from_a_socket_without_itself() {
            peers.get(1).socket().to("red").emit("a");
            assertThat(reached()).containsExactly(0);
            peers.get(3).socket().in("red").emit("a");
            assertThat(reached()).containsExactly(0, 1);
            peers.get(0).socket().except("blue").emit("a");
            assertThat(reached()).containsExactly(3);
            peers.get(0).socket().broadcast().emit("a");
            assertThat(reached()).containsExactly(1, 2, 3);
        }

        @Test
        void include_one_for_each_socket_alone() {
            server.to(peers.get(2).socket().id()).emit("a");
            assertThat(reached()).containsExactly(2);
            peers.get(0).socket().to(peers.get(3).socket().id()).emit("a");
            assertThat(reached()).containsExactly(3);
            assertThat(peers.get(1).socket().rooms())
                    .containsExactly(peers.get(1).socket().id(), "red", "blue");
        }

        @Test
        void are_left() {
            peers.get(0).socket().leave("red");
            peers.get(0).socket().leave("red");
            peers.get(0).socket().leave("blue");
            server.to("red").emit("a");
            assertThat(reached()).containsExactly(1);
        }

        @Test
        void are_left_by_who_goes_and_cannot_be_entered_afterwards() throws InterruptedException {
            peers.get(1).client().breaks(CloseReason.PING_TIMEOUT);
            peers.get(1).socket().join("red", "green");
            settle();
            assertThat(peers.get(1).socket().rooms()).isEmpty();
            server.to("red", "green").emit("a");
            assertThat(reached()).containsExactly(0);
        }

        @Test
        void are_gone_with_their_last_member() {
            assertThat(server.of("/").rooms().count()).isEqualTo(4 + 2);
            peers.forEach(peer -> peer.client().breaks(CloseReason.TRANSPORT_CLOSE));
            assertThat(server.of("/").rooms().count()).isZero();
            assertThat(server.of("/").sockets()).isEmpty();
            assertThat(server.clientsCount()).isZero();
        }

        @Test
        void are_those_of_one_namespace() throws InterruptedException {
            Peer elsewhere = connect("/elsewhere");
            elsewhere.socket().join("red");
            server.to("red").emit("a");
            assertThat(reached()).containsExactly(0, 1);
            assertThat(elsewhere.client().heard()).isEmpty();
            server.of("elsewhere").to("red").emit("a");
            assertThat(elsewhere.client().heard()).containsExactly("2/elsewhere,[\"a\"]");
        }

        @Test
        void are_told_the_same_object_that_was_encoded_once() {
            byte[] bytes = {1, 2};
            server.to("red", "blue").emit("a", bytes, "x");
            bytes[0] = 9;
            List<Outgoing> first = peers.get(0).client().sent();
            for (Peer peer : peers.subList(0, 3)) {
                assertThat(peer.client().heard())
                        .containsExactly("51-[\"a\",{\"_placeholder\":true,\"num\":0},\"x\"]", "<1 2>");
                assertThat(peer.client().sent().get(0)).isSameAs(first.get(0));
            }
        }

        @Test
        void survive_everybody_coming_and_going_at_once() throws InterruptedException {
            CountDownLatch done = new CountDownLatch(peers.size() * 2);
            for (Peer peer : peers) {
                executor.execute(() -> {
                    IntStream.range(0, 500).forEach(n -> {
                        peer.socket().join("r" + n % 7, "s");
                        peer.socket().leave("r" + n % 7);
                    });
                    done.countDown();
                });
                executor.execute(() -> {
                    IntStream.range(0, 200)
                            .forEach(n -> server.to("s", "r" + n % 7).emit("a", n));
                    peer.client().breaks(CloseReason.TRANSPORT_CLOSE);
                    done.countDown();
                });
            }
            await(done);
            assertThat(server.of("/").rooms().count()).isZero();
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
    }

    /** An adapter that stands for a broker: it takes each broadcast apart to plain data and makes it again. */
    @Nested
    class Behind_an_adapter extends Suite {

        private final List<String> published = Collections.synchronizedList(new ArrayList<>());

        Behind_an_adapter() {
            super(Dispatch.CONTAINER);
        }

        @Override
        Adapter adapter(LocalSockets local) {
            return new Adapter() {
                @Override
                public LocalSockets local() {
                    return local;
                }

                @Override
                public void broadcast(EventPacket packet, Selector selector, Flags flags) {
                    published.add(packet.namespace() + packet.data() + selector + flags);
                    List<byte[]> copies =
                            packet.attachments().stream().map(byte[]::clone).toList();
                    local.deliver(
                            new EventPacket(local.namespace(), packet.data(), copies, OptionalLong.empty()),
                            selector,
                            flags);
                }
            };
        }

        @Test
        void are_data() {
            server.to("red").except("blue").emit("a", 1);
            server.asVolatile().to("red").except("blue").compress(false).emit("a", 2);
            Selector chosen = new Selector(Set.of("red"), Set.of("blue"));
            assertThat(published)
                    .containsExactly(
                            "/[\"a\", 1]" + chosen + Flags.NONE, "/[\"a\", 2]" + chosen + new Flags(true, false));
        }

        @Test
        void are_told_with_the_flags_of_the_broadcast() {
            server.to("red").asVolatile().emit("a");
            server.compress(false).to("blue").emit("a");
            peers.get(1).socket().to("red").compress(true).emit("a");
            assertThat(peers.get(0).client().sent())
                    .extracting(Outgoing::flags)
                    .containsExactly(new Flags(true, true), Flags.NONE);
            assertThat(peers.get(2).client().sent())
                    .extracting(Outgoing::flags)
                    .containsExactly(new Flags(false, false));
        }
    }
}
