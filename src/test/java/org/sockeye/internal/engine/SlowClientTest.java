package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.OutboxPolicy;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.spi.Flags;

/** A client that does not read what is sent to it, whatever carries its session. */
class SlowClientTest {

    private static final int BYTES = 1000;
    private static final int PACKETS = 10;

    abstract static class Suite {

        /** Set by each test, on its thread. */
        @SuppressWarnings("NullAway.Init")
        private EngineFixture fixture;

        /** Set by each test, on its thread. */
        @SuppressWarnings("NullAway.Init")
        TestClient client;

        abstract TestClient connect(EngineFixture server);

        /** Sends what is on its way then. On polling that is done: the GET was answered. */
        void occupy() {}

        @AfterEach
        void disconnect() {
            client.close();
        }

        /** From here on one thing is on its way, which the client does not take. */
        private void stalled(OutboxPolicy policy, int bytes, int packets) {
            fixture = new EngineFixture(
                    new SettingsBuilder().outbox(bytes, packets, policy).build());
            client = connect(fixture);
            client.settle();
            client.stall();
            occupy();
            client.received.clear();
        }

        void send(String text) {
            fixture.session().send(List.of(Frame.message(text)));
        }

        private void sendVolatile(String text) {
            List<Frame> frames = List.of(Frame.message(text), Frame.message(new byte[] {1}));
            fixture.session().send(new Outgoing(frames, Flags.NONE.asVolatile()));
        }

        private void assertClosed(String description) {
            assertThat(fixture.events()).containsExactly("closed outbox full");
            assertThat(fixture.listeners.get(0).descriptions).containsExactly(description);
            assertThat(fixture.server.sessionCount()).isZero();
            assertThat(fixture.timer.pending()).isZero();
        }

        @Test
        void is_closed_when_more_packets_are_to_wait_than_may() {
            stalled(OutboxPolicy.CLOSE, 100_000, PACKETS);
            for (int i = 0; i <= PACKETS; i++) {
                assertThat(fixture.events()).isEmpty();
                send("x");
            }
            send("x");
            assertClosed("more than 10 packets wait for the client (setting maxOutboxPackets)");
        }

        @Test
        void is_closed_when_more_bytes_are_to_wait_than_may() {
            stalled(OutboxPolicy.CLOSE, BYTES, 1000);
            for (int i = 0; i < 5; i++) {
                send("x".repeat(BYTES / 4));
            }
            assertClosed("more than 1000 bytes wait for the client (setting maxOutboxBytes)");
        }

        @Test
        void is_closed_for_what_was_queued_when_that_is_flushed() {
            stalled(OutboxPolicy.CLOSE, BYTES, PACKETS);
            fixture.session().queue(new Outgoing(List.of(Frame.message("x".repeat(BYTES)))));
            assertThat(fixture.events()).isEmpty();
            fixture.session().flush();
            assertClosed("more than 1000 bytes wait for the client (setting maxOutboxBytes)");
        }

        @Test
        void costs_no_more_after_it_was_closed() {
            stalled(OutboxPolicy.CLOSE, BYTES, 1000);
            for (int i = 0; i < 1000; i++) {
                send("x".repeat(BYTES / 4));
            }
            assertThat(fixture.events()).hasSize(1);
            assertThat(fixture.session().isOpen()).isFalse();
        }

        @Test
        void is_not_told_what_is_volatile_and_is_not_closed_for_it() {
            stalled(OutboxPolicy.CLOSE, BYTES, PACKETS);
            for (int i = 0; i < 2 * PACKETS; i++) {
                sendVolatile("position");
            }
            send("last");
            assertThat(fixture.events()).isEmpty();
            client.resume();
            client.settle();
            assertThat(client.received).containsExactly("4last");
        }

        @Test
        void loses_the_oldest_that_is_volatile_whole_when_the_policy_is_to_drop_that_first() {
            stalled(OutboxPolicy.DROP_VOLATILE, 100_000, PACKETS);
            for (int i = 0; i < 10; i++) {
                send("event " + i);
                sendVolatile("position " + i);
            }
            assertThat(fixture.events()).isEmpty();
            client.resume();
            client.settle();
            assertThat(client.received).doesNotContainSequence("4position 0", "bAQ==");
            assertThat(client.received.stream().filter(p -> p.startsWith("4event")))
                    .hasSize(10);
            assertThat(client.received.stream().filter("bAQ=="::equals).count())
                    .isEqualTo(client.received.stream()
                            .filter(p -> p.startsWith("4position"))
                            .count());
        }

        @Test
        void is_closed_all_the_same_when_dropping_is_not_enough() {
            stalled(OutboxPolicy.DROP_VOLATILE, 100_000, PACKETS);
            for (int i = 0; i <= PACKETS + 1; i++) {
                sendVolatile("position");
                send("event");
            }
            assertClosed("more than 10 packets wait for the client (setting maxOutboxPackets)");
        }
    }

    @Nested
    class On_polling extends Suite {
        @Override
        TestClient connect(EngineFixture server) {
            return new TestClient.Polling(server);
        }
    }

    @Nested
    class On_a_WebSocket extends Suite {
        @Override
        TestClient connect(EngineFixture server) {
            return new TestClient.WebSocket(server, false);
        }

        @Override
        void occupy() {
            send("on its way");
        }
    }

    @Nested
    class On_a_WebSocket_that_completes_elsewhere extends Suite {
        @Override
        TestClient connect(EngineFixture server) {
            return new TestClient.WebSocket(server, true);
        }

        @Override
        void occupy() {
            send("on its way");
        }
    }

    @Nested
    class After_an_upgrade extends Suite {
        @Override
        TestClient connect(EngineFixture server) {
            return new TestClient.Upgraded(server, false);
        }

        @Override
        void occupy() {
            send("on its way");
        }
    }

    /** The GET was ended for the upgrade, and the upgrade packet does not come. */
    @Nested
    class While_upgrading extends Suite {
        @Override
        TestClient connect(EngineFixture server) {
            return new TestClient.Upgrading(server);
        }
    }
}
