package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.sockeye.internal.protocol.Frame;

/** What two threads do to one session at the same moment. */
@Timeout(120)
class SessionRaceTest {

    private static final Duration LATE = Duration.ofMillis(100);

    private final EngineFixture fixture = new EngineFixture();
    private final EngineSession session = fixture.openPolling();
    private final FakeLink link = FakeLink.immediate();

    private void send(String text) {
        session.send(List.of(Frame.message(text)));
    }

    /** A client that polls, probes, waits for its GET to end, and upgrades, while others send all the time. */
    @RepeatedTest(50)
    void frames_sent_during_the_whole_upgrade_arrive_once_and_in_order() throws InterruptedException {
        int frames = EngineFixture.MAX_OUTBOX_PACKETS / 2;
        List<String> received = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread sender = new Thread(() -> {
            for (int i = 0; i < frames; i++) {
                send("a" + i);
                if (i == 20) {
                    begun.countDown();
                }
            }
        });
        AtomicBoolean paused = new AtomicBoolean();
        CountDownLatch quiet = new CountDownLatch(1);
        pollUntil(paused, quiet, received);
        sender.start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        FakeLink other = new FakeLink(Runnable::run, received::add);
        WebSocketReceiver receiver = fixture.upgrade(session, other);
        paused.set(true);
        receiver.text("2probe");
        while (!quiet.await(1, TimeUnit.MILLISECONDS)) {
            fixture.timer.advance(LATE);
        }
        receiver.text("5");
        sender.join(20_000);
        send("end");
        assertThat(received.stream().filter(p -> !p.equals("6") && !p.equals("3probe")))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, frames)
                        .mapToObj(i -> i == frames ? "4end" : "4a" + i)
                        .toList());
    }

    private void pollUntil(AtomicBoolean paused, CountDownLatch quiet, List<String> received) {
        session.poll(new FakePoll(body -> {
            received.addAll(Arrays.asList(body.split("\u001e", -1)));
            if (paused.get()) {
                quiet.countDown();
            } else {
                pollUntil(paused, quiet, received);
            }
        }));
    }

    /** Whichever comes first, nothing is left behind and every GET is answered. */
    @RepeatedTest(100)
    void an_upgrade_and_the_end_of_the_session_race() throws InterruptedException {
        FakePoll poll = fixture.poll(session);
        WebSocketReceiver receiver = fixture.upgrade(session, link);
        receiver.text("2probe");
        CountDownLatch start = new CountDownLatch(1);
        Thread closer = new Thread(() -> {
            await(start);
            session.closeNow(CloseReason.FORCED_CLOSE);
        });
        closer.start();
        start.countDown();
        receiver.text("5");
        closer.join(20_000);
        assertThat(link.isOpen()).isFalse();
        assertThat(poll.isWaiting()).isFalse();
        assertThat(fixture.timer.pending()).isZero();
        assertThat(fixture.server.sessionCount()).isZero();
        assertThat(fixture.events()).containsExactly("closed forced close");
    }

    /** A GET is answered although the session ends at the same moment. */
    @RepeatedTest(100)
    void a_GET_and_the_end_of_the_session_race() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        Thread closer = new Thread(() -> {
            await(start);
            session.closeNow(CloseReason.FORCED_CLOSE);
        });
        closer.start();
        start.countDown();
        FakePoll poll = fixture.poll(session);
        closer.join(20_000);
        assertThat(poll.isWaiting()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
