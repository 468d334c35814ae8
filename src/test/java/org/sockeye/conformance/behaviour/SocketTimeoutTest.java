package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.AckTimeoutException;
import org.sockeye.Reply;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.EngineClient;

class SocketTimeoutTest {

    private static final Duration SOON = Duration.ofMillis(50);

    abstract static class Suite extends Behaviour {

        Suite(Transport transport) {
            super(transport);
        }

        private static void assertThatTimesOut(CompletableFuture<Reply> reply) {
            assertThatThrownBy(() -> reply.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(AckTimeoutException.class);
        }

        @Test
        @Covers({"Socket.timeout", "Socket.emitWithAck"})
        void a_client_that_does_not_answer_lets_it_run_out() {
            start();
            SocketClient client = client();
            assertThatTimesOut(
                    socketOf(client).timeout(SOON).emitWithAck("unknown").toCompletableFuture());
            assertThat(client.next()).isEqualTo("20[\"unknown\"]");
        }

        @Test
        @Covers("Socket.timeout")
        void an_answer_that_comes_later_is_ignored() {
            start();
            SocketClient client = client();
            CompletableFuture<Reply> late = socketOf(client)
                    .timeout(Duration.ofMillis(1))
                    .emitWithAck("echo", 42)
                    .toCompletableFuture();
            assertThatTimesOut(late);
            client.send("30[42]");
            CompletableFuture<Reply> next =
                    socketOf(client).emitWithAck("echo", 43).toCompletableFuture();
            assertThat(client.next(2)).containsExactly("20[\"echo\",42]", "21[\"echo\",43]");
            client.send("31[43]");
            assertThat(EngineClient.get(next).argument(0, Integer.class)).isEqualTo(43);
        }

        @Test
        @Covers({"Socket.timeout", "Socket.emitWithAck"})
        void an_answer_in_time_is_the_reply() {
            start();
            SocketClient client = client();
            CompletableFuture<Reply> reply = socketOf(client)
                    .timeout(Duration.ofSeconds(30))
                    .emitWithAck("echo", 42)
                    .toCompletableFuture();
            assertThat(client.next()).isEqualTo("20[\"echo\",42]");
            client.send("30[42]");
            assertThat(EngineClient.get(reply).argument(0, Integer.class)).isEqualTo(42);
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
