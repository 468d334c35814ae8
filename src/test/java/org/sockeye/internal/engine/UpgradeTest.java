package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.Transport;
import org.sockeye.harness.Collected;
import org.sockeye.internal.protocol.Frame;

class UpgradeTest {

    private static final Duration LATE = Duration.ofMillis(100);

    private final EngineFixture fixture = new EngineFixture();
    private final EngineSession session = fixture.openPolling();
    private final FakeLink link = FakeLink.immediate();

    private void send(String... texts) {
        session.send(List.of(texts).stream().map(Frame::message).toList());
    }

    private WebSocketReceiver probe() {
        WebSocketReceiver receiver = fixture.upgrade(session, link);
        receiver.text("2probe");
        return receiver;
    }

    private WebSocketReceiver upgrade() {
        WebSocketReceiver receiver = probe();
        receiver.text("5");
        return receiver;
    }

    private void assertStillPolling() {
        assertThat(session.transport()).isEqualTo(Transport.POLLING);
        assertThat(link.isOpen()).isFalse();
        assertThat(fixture.timer.pending()).isOne();
        send("by polling");
        assertThat(fixture.poll(session).body()).isEqualTo("4by polling");
        assertThat(fixture.poll(session).isWaiting()).isTrue();
        assertThat(fixture.events()).isEmpty();
    }

    @Nested
    class Before_the_probe {

        @Test
        void everything_goes_on_by_polling() {
            FakePoll poll = fixture.poll(session);
            fixture.upgrade(session, link);
            assertThat(poll.isWaiting()).isTrue();
            send("x");
            assertThat(poll.body()).isEqualTo("4x");
            assertThat(link.sent).isEmpty();
            assertThat(link.isOpen()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"4hello", "abc", "", "2", "2other", "3", "1", "6", "bAQID"})
        void any_other_packet_ends_the_attempt(String packet) {
            fixture.upgrade(session, link).text(packet);
            assertStillPolling();
        }

        @Test
        void a_binary_message_ends_the_attempt() {
            fixture.upgrade(session, link).binary(new byte[] {1});
            assertStillPolling();
        }
    }

    @Nested
    class After_the_probe {

        @Test
        void the_probe_is_answered() {
            probe();
            assertThat(link.sent).containsExactly("3probe");
        }

        @Test
        void whoever_looks_on_sees_the_upgrade_and_no_probe() {
            RecordingWatcher watcher = new RecordingWatcher();
            session.watch(watcher);
            WebSocketReceiver receiver = upgrade();
            receiver.text("4hi");
            assertThat(watcher.log).containsExactly("upgraded to websocket", "in Text[text=hi]");
        }

        @Test
        void the_GET_that_waits_ends_with_a_noop() {
            FakePoll poll = fixture.poll(session);
            probe();
            assertThat(poll.body()).isEqualTo("6");
        }

        @Test
        void a_GET_that_comes_ends_with_a_noop_after_a_tenth_of_a_second() {
            probe();
            for (int i = 0; i < 3; i++) {
                FakePoll poll = fixture.poll(session);
                fixture.timer.advance(LATE.minusMillis(1));
                assertThat(poll.isWaiting()).isTrue();
                fixture.timer.advance(LATE);
                assertThat(poll.body()).isEqualTo("6");
            }
        }

        @Test
        void a_GET_that_comes_and_waits_is_refused_after_the_upgrade_packet() {
            WebSocketReceiver receiver = fixture.upgrade(session, link);
            FakePoll poll = fixture.poll(session);
            receiver.text("2probe");
            assertThat(poll.isWaiting()).isTrue();
            receiver.text("5");
            fixture.timer.advance(LATE);
            assertThat(poll.status()).isEqualTo(400);
            assertThat(session.isOpen()).isTrue();
        }

        @Test
        void a_GET_that_comes_waits_on_when_the_attempt_ends() {
            WebSocketReceiver receiver = probe();
            FakePoll poll = fixture.poll(session);
            receiver.closed(1006, "");
            fixture.timer.advance(LATE);
            assertThat(poll.isWaiting()).isTrue();
        }

        @Test
        void the_timer_forgets_a_GET_when_the_session_ends() {
            probe();
            fixture.poll(session);
            session.closeNow(CloseReason.FORCED_CLOSE);
            assertThat(fixture.timer.pending()).isZero();
        }

        @Test
        void a_GET_that_comes_takes_what_waits() {
            probe();
            send("one", "two");
            assertThat(link.sent).containsExactly("3probe");
            assertThat(fixture.poll(session).body()).isEqualTo("4one\u001e4two");
        }

        @Test
        void a_POST_is_taken() {
            probe();
            assertThat(fixture.post(session, "4hello")).isTrue();
            assertThat(fixture.events()).containsExactly("text hello");
        }

        @Test
        void a_second_probe_is_answered_like_the_first() {
            probe().text("2probe");
            assertThat(link.sent).containsExactly("3probe", "3probe");
        }

        @Test
        void a_second_WebSocket_is_refused_and_the_first_goes_on() {
            WebSocketReceiver first = probe();
            FakeLink second = FakeLink.immediate();
            WebSocketReceiver refused = fixture.upgrade(session, second);
            assertThat(second.isOpen()).isFalse();
            refused.text("2probe");
            refused.text("5");
            assertThat(second.sent).isEmpty();
            first.text("5");
            send("x");
            assertThat(link.sent).endsWith("4x");
        }

        @ParameterizedTest
        @ValueSource(strings = {"4hello", "abc", "", "2", "3", "1"})
        void any_other_packet_ends_the_attempt(String packet) {
            probe().text(packet);
            assertStillPolling();
        }

        @Test
        void a_WebSocket_that_closes_ends_the_attempt() {
            probe().closed(1006, "");
            assertStillPolling();
        }

        @Test
        void a_WebSocket_that_breaks_ends_the_attempt() {
            probe().failed(new IOException("reset"));
            assertStillPolling();
        }

        @Test
        void a_client_that_takes_too_long_loses_the_WebSocket_and_keeps_the_session() {
            WebSocketReceiver receiver = probe();
            fixture.timer.advance(EngineFixture.UPGRADE_TIMEOUT.minus(Duration.ofMillis(1)));
            assertThat(link.isOpen()).isTrue();
            fixture.timer.advance(Duration.ofMillis(1));
            receiver.text("5");
            assertStillPolling();
        }

        @Test
        void nothing_remains_of_an_attempt_that_took_too_long() {
            assertThat(Collected.soon(this::attemptThatTakesTooLong)).isTrue();
            assertThat(fixture.timer.pending()).isOne();
            assertThat(session.isOpen()).isTrue();
        }

        private FakeLink attemptThatTakesTooLong() {
            FakeLink swallowed = FakeLink.immediate();
            fixture.upgrade(session, swallowed).text("2probe");
            fixture.timer.advance(EngineFixture.UPGRADE_TIMEOUT);
            return swallowed;
        }

        @Test
        void a_failed_attempt_may_be_followed_by_another() {
            WebSocketReceiver first = probe();
            first.closed(1006, "");
            FakeLink second = FakeLink.immediate();
            WebSocketReceiver receiver = fixture.upgrade(session, second);
            first.text("5");
            first.failed(new IOException("late"));
            first.closed(1006, "late");
            receiver.text("2probe");
            receiver.text("5");
            send("x");
            assertThat(second.sent).containsExactly("3probe", "4x");
        }

        @Test
        void the_end_of_the_session_ends_the_attempt() {
            probe();
            session.closeNow(CloseReason.FORCED_CLOSE);
            assertThat(link.isOpen()).isFalse();
            assertThat(fixture.timer.pending()).isZero();
        }

        @Test
        void the_end_of_the_server_ends_the_attempt() {
            probe();
            fixture.server.close();
            assertThat(link.isOpen()).isFalse();
            assertThat(fixture.timer.pending()).isZero();
            assertThat(fixture.events()).containsExactly("closed server shutting down");
        }

        @Test
        void an_orderly_close_waits_for_the_upgrade() {
            WebSocketReceiver receiver = probe();
            send("last");
            session.close();
            assertThat(fixture.events()).isEmpty();
            receiver.text("5");
            assertThat(link.sent).containsExactly("3probe", "4last");
            assertThat(link.isOpen()).isFalse();
            assertThat(fixture.events()).containsExactly("closed forced close");
        }
    }

    @Nested
    class By_the_upgrade_packet {

        @Test
        void what_waits_goes_to_the_WebSocket() {
            WebSocketReceiver receiver = probe();
            send("one", "two");
            receiver.text("5");
            assertThat(link.sent).containsExactly("3probe", "4one", "4two");
        }

        @Test
        void the_timer_forgets_the_attempt() {
            upgrade();
            assertThat(fixture.timer.pending()).isOne();
            fixture.timer.advance(EngineFixture.UPGRADE_TIMEOUT);
            assertThat(link.isOpen()).isTrue();
            assertThat(session.isOpen()).isTrue();
        }

        @Test
        void a_session_is_upgraded_without_a_probe_as_well() {
            FakePoll poll = fixture.poll(session);
            fixture.upgrade(session, link).text("5");
            assertThat(poll.body()).isEqualTo("6");
            send("x");
            assertThat(link.sent).containsExactly("4x");
        }

        @Test
        void nothing_is_written_while_the_answer_to_the_probe_is_in_flight() {
            FakeLink.Held held = new FakeLink.Held();
            FakeLink slow = new FakeLink(held);
            WebSocketReceiver receiver = fixture.upgrade(session, slow);
            receiver.text("2probe");
            receiver.text("2probe");
            receiver.text("5");
            send("x");
            assertThat(slow.sent).containsExactly("3probe");
            held.completeNext();
            assertThat(slow.sent).containsExactly("3probe", "4x");
            assertThat(slow.faults).isEmpty();
        }

        @Test
        void an_upgrade_while_a_POST_is_read_fails() {
            PostIntake post = session.beginPost().orElseThrow();
            upgrade();
            assertThat(link.isOpen()).isFalse();
            assertThat(post.complete(EngineFixture.text("4by POST"))).isTrue();
            assertThat(fixture.events()).containsExactly("text by POST");
            send("x");
            assertThat(fixture.poll(session).body()).isEqualTo("4x");
        }

        @Test
        void another_WebSocket_is_refused_afterwards() {
            WebSocketReceiver receiver = upgrade();
            FakeLink second = FakeLink.immediate();
            fixture.upgrade(session, second);
            assertThat(second.isOpen()).isFalse();
            receiver.text("4hello");
            assertThat(fixture.events()).containsExactly("text hello");
        }

        @Test
        void a_GET_and_a_POST_are_refused_afterwards_and_the_session_stays() {
            upgrade();
            FakePoll poll = fixture.poll(session);
            fixture.timer.advance(Duration.ofMillis(100));
            assertThat(poll.status()).isEqualTo(400);
            assertThat(session.beginPost()).isEmpty();
            assertThat(session.isOpen()).isTrue();
        }

        @Test
        void an_answer_to_a_ping_that_was_taken_by_polling_has_its_full_time_again() {
            fixture.poll(session);
            fixture.timer.advance(EngineFixture.PING_INTERVAL);
            fixture.timer.advance(EngineFixture.PING_TIMEOUT.minusSeconds(1));
            WebSocketReceiver receiver = upgrade();
            fixture.timer.advance(EngineFixture.PING_TIMEOUT.minusSeconds(1));
            assertThat(session.isOpen()).isTrue();
            receiver.text("3");
            fixture.timer.advance(EngineFixture.PING_INTERVAL);
            assertThat(link.sent).endsWith("2");
            fixture.timer.advance(EngineFixture.PING_TIMEOUT);
            assertThat(fixture.events()).containsExactly("closed ping timeout");
        }

        @Test
        void a_WebSocket_that_closes_now_ends_the_session() {
            upgrade().closed(1001, "");
            assertThat(fixture.events()).containsExactly("closed transport close");
            assertThat(fixture.timer.pending()).isZero();
        }
    }

    @Nested
    class A_WebSocket_for_a_session {

        @Test
        void that_is_unknown_is_closed() {
            fixture.server
                    .prepareWebSocket(EngineFixture.webSocket("AAAAAAAAAAAAAAAAAAAA"))
                    .open(link);
            assertThat(link.isOpen()).isFalse();
        }

        @Test
        void that_a_WebSocket_opened_is_closed() {
            fixture.openWebSocket(FakeLink.immediate());
            fixture.upgrade(fixture.session(), link).text("2probe");
            assertThat(link.isOpen()).isFalse();
            assertThat(fixture.session().isOpen()).isTrue();
        }
    }
}
