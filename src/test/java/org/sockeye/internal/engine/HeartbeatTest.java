package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatTest {

    private final ManualTimer timer = new ManualTimer();
    private final List<String> events = new ArrayList<>();
    private final EngineContext context =
            new EngineContext(EngineFixture.SETTINGS, timer, new Counters(), closed -> {});

    private final Heartbeat.Owner owner = new Heartbeat.Owner() {
        @Override
        public void ping() {
            events.add("ping");
        }

        @Override
        public void pong() {
            events.add("pong");
        }

        @Override
        public Duration grace() {
            return Duration.ZERO;
        }

        @Override
        public void dead() {
            events.add("dead");
        }
    };

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void an_answer_that_comes_after_the_close_does_not_put_off_the_end(int revision) {
        Heartbeat heartbeat = Heartbeat.of(revision, context, owner);
        heartbeat.start();
        heartbeat.endAfter(Duration.ofSeconds(30), () -> events.add("end"));
        for (int i = 0; i < 29; i++) {
            timer.advance(Duration.ofSeconds(1));
            heartbeat.onPong();
            heartbeat.onPing();
            heartbeat.onUpgrade();
        }
        assertThat(events).doesNotContain("end", "dead", "ping");
        timer.advance(Duration.ofSeconds(1));
        assertThat(events).endsWith("end").doesNotContain("dead", "ping");
        assertThat(timer.pending()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void a_session_has_one_task_in_the_timer_whatever_happens(int revision) {
        Heartbeat heartbeat = Heartbeat.of(revision, context, owner);
        heartbeat.start();
        for (int i = 0; i < 100; i++) {
            timer.advance(Duration.ofSeconds(25));
            assertThat(timer.pending()).isOne();
            heartbeat.onPong();
            heartbeat.onPing();
            assertThat(timer.pending()).isOne();
        }
        heartbeat.stop();
        assertThat(timer.pending()).isZero();
    }
}
