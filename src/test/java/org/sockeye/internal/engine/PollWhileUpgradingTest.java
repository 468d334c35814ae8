package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.internal.protocol.Frame;

class PollWhileUpgradingTest {

    private static final Duration CHECK = Duration.ofMillis(100);

    private final EngineFixture fixture = new EngineFixture();
    private final EngineSession session = fixture.openPolling();

    @Test
    void a_poll_from_before_the_upgrade_ends_with_the_probe() {
        FakePoll poll = fixture.poll(session);
        WebSocketReceiver candidate = fixture.upgrade(session, new FakeLink(Runnable::run));
        assertThat(poll.isWaiting()).isTrue();
        candidate.text("2probe");
        assertThat(poll.body()).isEqualTo("6");
    }

    @Test
    void a_poll_from_before_the_upgrade_ends_when_the_client_does_not_probe() {
        FakePoll poll = fixture.poll(session);
        fixture.upgrade(session, new FakeLink(Runnable::run)).text("5");
        assertThat(poll.body()).isEqualTo("6");
    }

    /** Its answer may be as large as a payload, and a request for a WebSocket need not lead to one. */
    @Test
    void a_poll_that_was_answered_is_not_kept_for_a_WebSocket_that_never_opens() {
        WeakReference<FakePoll> answered = pollAnsweredWhenAWebSocketWasGranted();
        for (int i = 0; i < 50 && answered.get() != null; i++) {
            System.gc();
        }
        assertThat(answered.get()).isNull();
        assertThat(session.isOpen()).isTrue();
    }

    private WeakReference<FakePoll> pollAnsweredWhenAWebSocketWasGranted() {
        FakePoll poll = fixture.poll(session);
        fixture.server.verify(EngineFixture.webSocket(session.sid()));
        session.send(List.of(Frame.message("much")));
        assertThat(poll.body()).isEqualTo("4much");
        return new WeakReference<>(poll);
    }

    @Test
    void a_poll_that_comes_after_the_probe_ends_soon() {
        fixture.upgrade(session, new FakeLink(Runnable::run)).text("2probe");
        FakePoll poll = fixture.poll(session);
        fixture.timer.advance(CHECK);
        assertThat(poll.body()).isEqualTo("6");
    }

    @Test
    void a_poll_that_comes_while_the_upgrade_is_under_way_is_refused_once_it_is_complete() {
        WebSocketReceiver candidate = fixture.upgrade(session, new FakeLink(Runnable::run));
        FakePoll poll = fixture.poll(session);
        candidate.text("2probe");
        candidate.text("5");
        fixture.timer.advance(CHECK);
        assertThat(poll.status()).isEqualTo(400);
        assertThat(session.isOpen()).isTrue();
    }

    @Test
    void a_poll_that_comes_while_the_upgrade_is_under_way_brings_what_is_sent() {
        fixture.upgrade(session, new FakeLink(Runnable::run));
        FakePoll poll = fixture.poll(session);
        session.send(List.of(Frame.message("hello")));
        fixture.timer.advance(CHECK);
        assertThat(poll.body()).isEqualTo("4hello");
    }

    @Test
    void a_poll_that_comes_while_the_upgrade_is_under_way_waits_on_when_it_is_given_up() {
        WebSocketReceiver candidate = fixture.upgrade(session, new FakeLink(Runnable::run));
        FakePoll poll = fixture.poll(session);
        candidate.text("nonsense");
        fixture.timer.advance(CHECK);
        assertThat(poll.isWaiting()).isTrue();
    }

    @Test
    void a_poll_that_comes_when_the_client_has_its_WebSocket_and_we_have_not_is_refused_once_the_upgrade_is_complete() {
        fixture.server.verify(EngineFixture.webSocket(session.sid()));
        FakePoll poll = fixture.poll(session);
        WebSocketReceiver candidate = fixture.server
                .prepareWebSocket(EngineFixture.webSocket(session.sid()))
                .open(new FakeLink(Runnable::run));
        candidate.text("2probe");
        candidate.text("5");
        fixture.timer.advance(CHECK);
        assertThat(poll.status()).isEqualTo(400);
    }

    @Test
    void a_poll_that_comes_when_the_client_has_its_WebSocket_and_we_have_not_ends_soon() {
        fixture.server.verify(EngineFixture.webSocket(session.sid()));
        FakePoll poll = fixture.poll(session);
        fixture.server
                .prepareWebSocket(EngineFixture.webSocket(session.sid()))
                .open(new FakeLink(Runnable::run))
                .text("2probe");
        fixture.timer.advance(CHECK);
        assertThat(poll.body()).isEqualTo("6");
    }
}
