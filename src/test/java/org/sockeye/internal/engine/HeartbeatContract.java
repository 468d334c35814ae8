package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.internal.protocol.Frame;

/** A session with its client, and what holds for the heartbeat of every open session, whatever carries it. */
abstract class HeartbeatContract {

    static final Duration A_MOMENT = Duration.ofMillis(1);

    final EngineFixture fixture = new EngineFixture();

    /** Set before each test, on its thread. */
    @SuppressWarnings("NullAway.Init") // by the @BeforeEach method
    TestClient client;

    abstract TestClient connect(EngineFixture server);

    @BeforeEach
    void connect() {
        client = connect(fixture);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    EngineSession session() {
        return fixture.session();
    }

    void send(String... texts) {
        session().send(List.of(texts).stream().map(Frame::message).toList());
    }

    void assertGone(String reason) {
        client.settle();
        assertThat(fixture.events()).endsWith("closed " + reason).noneMatch(e -> e.startsWith("OVERLAP"));
        assertThat(fixture.events()).filteredOn(e -> e.startsWith("closed")).hasSize(1);
        assertThat(client.isOver()).isTrue();
        assertThat(session().isOpen()).isFalse();
        assertThat(fixture.server.sessionCount()).isZero();
        assertThat(fixture.server.session(session().sid())).isEmpty();
        assertThat(fixture.timer.pending()).isZero();
    }

    @Nested
    class Its_heartbeat {

        @Test
        void pings_after_the_interval_and_not_before() {
            fixture.timer.advance(EngineFixture.PING_INTERVAL.minus(A_MOMENT));
            client.settle();
            assertThat(client.received).isEmpty();
            fixture.timer.advance(A_MOMENT);
            client.settle();
            assertThat(client.received).containsExactly("2");
        }

        @Test
        void pings_again_an_interval_after_each_answer() {
            for (int i = 1; i <= 5; i++) {
                fixture.timer.advance(EngineFixture.PING_INTERVAL);
                fixture.timer.advance(Duration.ofSeconds(3));
                client.send("3");
                client.settle();
                assertThat(client.received).hasSize(i);
            }
            assertThat(client.received).containsOnly("2");
            assertThat(fixture.events()).isEmpty();
        }

        @Test
        void closes_when_no_answer_comes_in_time_and_not_before() {
            fixture.timer.advance(
                    EngineFixture.PING_INTERVAL.plus(EngineFixture.PING_TIMEOUT).minus(A_MOMENT));
            assertThat(session().isOpen()).isTrue();
            fixture.timer.advance(A_MOMENT);
            assertGone("ping timeout");
        }

        @Test
        void does_not_count_the_time_that_a_listener_keeps_it_from_reading_the_answer() {
            fixture.onText = (connection, text) -> fixture.timer.advance(EngineFixture.PING_TIMEOUT.multipliedBy(3));
            fixture.timer.advance(EngineFixture.PING_INTERVAL);
            client.send("4blocks for three timeouts", "3");
            fixture.timer.advance(EngineFixture.PING_INTERVAL);
            assertThat(session().isOpen()).isTrue();
            assertThat(fixture.timer.pending()).isOne();
            fixture.timer.advance(EngineFixture.PING_TIMEOUT);
            assertGone("ping timeout");
        }

        @Test
        void goes_on_pinging_a_client_whose_answers_a_listener_keeps_from_being_read() {
            AtomicInteger pings = new AtomicInteger();
            fixture.onText = (connection, text) -> {
                for (int i = 0; i < 3; i++) {
                    fixture.timer.advance(EngineFixture.PING_TIMEOUT);
                    client.settle();
                    pings.set(client.received.size());
                }
            };
            fixture.timer.advance(EngineFixture.PING_INTERVAL);
            client.send("4blocks for three timeouts", "3");
            assertThat(pings).hasValue(4);
            assertThat(client.received).containsOnly("2");
        }

        @Test
        void finds_a_client_dead_a_timeout_after_the_listener_that_kept_it_from_reading_has_returned() {
            fixture.onText = (connection, text) -> fixture.timer.advance(EngineFixture.PING_TIMEOUT.multipliedBy(3));
            fixture.timer.advance(EngineFixture.PING_INTERVAL);
            client.send("4blocks for three timeouts");
            fixture.timer.advance(EngineFixture.PING_TIMEOUT.multipliedBy(2).minus(A_MOMENT));
            assertThat(session().isOpen()).isTrue();
            fixture.timer.advance(EngineFixture.PING_TIMEOUT);
            assertGone("ping timeout");
        }

        @Test
        void closes_a_client_that_takes_nothing_any_more() {
            client.stall();
            fixture.timer.advance(EngineFixture.PING_INTERVAL.plus(EngineFixture.PING_TIMEOUT));
            assertThat(fixture.events()).containsExactly("closed ping timeout");
            assertThat(fixture.server.sessionCount()).isZero();
            assertThat(fixture.timer.pending()).isZero();
        }

        @Test
        void takes_one_place_in_the_timer() {
            for (int i = 0; i < 3; i++) {
                assertThat(fixture.timer.pending()).isOne();
                fixture.timer.advance(EngineFixture.PING_INTERVAL);
                assertThat(fixture.timer.pending()).isOne();
                client.send("3");
            }
        }

        @Test
        void is_not_for_the_client_to_start() {
            client.send("4before", "2", "4after");
            assertThat(fixture.events()).containsExactly("text before", "closed transport error");
            assertGone("transport error");
        }
    }
}
