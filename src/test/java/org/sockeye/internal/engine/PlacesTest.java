package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sockeye.internal.protocol.Frame;

/** A server that may have two sessions. */
class PlacesTest {

    private final EngineFixture fixture =
            new EngineFixture(new SettingsBuilder().maxSessions(2).build());

    private void assertFull() {
        HandshakeRefusal refusal =
                fixture.server.verify(EngineFixture.polling("GET", null)).orElseThrow();
        assertThat(refusal.error().status()).isEqualTo(503);
        assertThat(refusal.json()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
        assertThat(refusal.context()).containsEntry("name", "TOO_MANY_SESSIONS").containsEntry("maxSessions", 2);
        assertThat(fixture.server.verify(EngineFixture.webSocket(null))).isPresent();
    }

    private void assertFree() {
        assertThat(fixture.server.verify(EngineFixture.polling("GET", null))).isEmpty();
    }

    @Test
    void refuses_a_third_and_serves_the_two() {
        EngineSession first = fixture.openPolling();
        fixture.openWebSocket(FakeLink.immediate());
        assertFull();
        FakePoll poll = fixture.poll(first);
        first.send(List.of(Frame.message("x")));
        assertThat(poll.body()).isEqualTo("4x");
        assertThat(fixture.server.verify(EngineFixture.webSocket(first.sid()))).isEmpty();
    }

    @Test
    void has_a_place_again_when_a_session_is_over_however_often_it_is_closed() {
        for (int i = 0; i < 10; i++) {
            EngineSession first = fixture.openPolling();
            EngineSession second = fixture.openPolling();
            assertFull();
            first.closeNow(CloseReason.TRANSPORT_ERROR);
            first.closeNow(CloseReason.TRANSPORT_ERROR);
            first.forget();
            assertFree();
            second.closeNow(CloseReason.TRANSPORT_ERROR);
        }
        fixture.openPolling();
        assertFree();
        fixture.openPolling();
        assertFull();
    }

    @Test
    void closes_a_WebSocket_that_opened_when_the_last_place_was_taken() {
        FakeLink late = FakeLink.immediate();
        WebSocketOpening prepared = fixture.server.prepareWebSocket(EngineFixture.webSocket(null));
        fixture.openPolling();
        fixture.openPolling();
        prepared.open(late).text("40");
        assertThat(late.isOpen()).isFalse();
        assertThat(late.sent).isEmpty();
        assertThat(fixture.server.sessionCount()).isEqualTo(2);
    }

    @Test
    void never_has_more_however_many_ask_at_once() throws InterruptedException {
        int threads = 8;
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                        try {
                            fixture.server.openPolling(EngineFixture.polling("GET", null));
                            opened.incrementAndGet();
                        } catch (HandshakeRefusedException full) {
                            refused.incrementAndGet();
                        }
                        done.countDown();
                    })
                    .start();
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(opened).hasValue(2);
        assertThat(refused).hasValue(threads - 2);
        assertThat(fixture.server.sessionCount()).isEqualTo(2);
    }

    @Test
    void refuses_whoever_asks_it_to_open_one_all_the_same() {
        fixture.openPolling();
        fixture.openPolling();
        assertThatThrownBy(fixture::openPolling).isInstanceOf(HandshakeRefusedException.class);
    }
}
