package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.CapturedLog;

class OwnThreadsTest {

    private final OwnThreads threads = new OwnThreads(OwnThreadsTest.class.getClassLoader());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void release() {
        released.countDown();
    }

    private void aHandlerThatDoesNotEnd() {
        begun.countDown();
        try {
            released.await();
        } catch (InterruptedException nobodyInterrupts) {
            throw new IllegalStateException(nobodyInterrupts);
        }
    }

    @Test
    void one_that_does_not_end_is_warned_of_with_what_it_is_in() throws InterruptedException {
        Thread thread = threads.named("dispatch").newThread(this::aHandlerThatDoesNotEnd);
        thread.start();
        begun.await();
        try (CapturedLog log = new CapturedLog("org.sockeye.web")) {
            threads.awaitEnd(Duration.ofMillis(1));
            assertThat(log.text(Level.WARNING)).contains("sockeye-dispatch-1", "OwnThreadsTest.aHandlerThatDoesNotEnd");
        }
    }

    @Test
    void those_that_end_are_not_talked_of() {
        threads.named("dispatch").newThread(begun::countDown).start();
        try (CapturedLog log = new CapturedLog("org.sockeye.web")) {
            threads.awaitEnd(Duration.ofSeconds(30));
            assertThat(log.text(Level.WARNING)).isEmpty();
        }
    }
}
