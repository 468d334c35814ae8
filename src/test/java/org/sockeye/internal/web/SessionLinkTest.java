package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockeye.internal.engine.ManualTimer;

class SessionLinkTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final ManualTimer timer = new ManualTimer();
    private final LinkCloser closer = new LinkCloser(timer, Thread::new);
    private final CountDownLatch unblocked = new CountDownLatch(1);

    @AfterEach
    void end() {
        unblocked.countDown();
        closer.end(Duration.ZERO);
    }

    /** A container's session whose sends complete when the test says so. */
    private final class FakeSession {
        private final LinkedBlockingQueue<Integer> closes = new LinkedBlockingQueue<>();
        private final Deque<SendHandler> sends = new ArrayDeque<>();
        private final boolean blocks;
        private final SessionLink link = new SessionLink(fake(Session.class, this::session), closer);

        FakeSession(boolean blocks) {
            this.blocks = blocks;
        }

        private @Nullable Object session(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
            if (method.getName().equals("close")) {
                closes.add(((CloseReason) arguments[0]).getCloseCode().getCode());
                if (blocks) {
                    block();
                }
                return null;
            }
            return fake(RemoteEndpoint.Async.class, this::remote);
        }

        private void block() {
            try {
                unblocked.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        private @Nullable Object remote(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
            sends.add((SendHandler) arguments[1]);
            return null;
        }

        void send() {
            link.sendText("text", failure -> {});
        }

        SendHandler sent() {
            return Objects.requireNonNull(sends.poll());
        }

        void assertClosed(int code) throws InterruptedException {
            assertThat(closes.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(code);
        }

        void assertOpen() {
            assertThat(closes).isEmpty();
        }
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void an_idle_WebSocket_is_closed_at_once() throws InterruptedException {
        FakeSession session = new FakeSession(false);
        session.link.close(1009, "");
        session.assertClosed(1009);
    }

    @Test
    void a_close_waits_for_the_message_that_is_being_sent() throws InterruptedException {
        FakeSession session = new FakeSession(false);
        session.send();
        session.link.close(1000, "");
        session.assertOpen();
        session.sent().onResult(new SendResult());
        session.assertClosed(1000);
        assertThat(timer.pending()).isZero();
    }

    @Test
    void a_close_waits_no_longer_for_a_message_that_failed() throws InterruptedException {
        FakeSession session = new FakeSession(false);
        session.send();
        session.link.close(1000, "");
        session.sent().onResult(new SendResult(new IOException("gone")));
        session.assertClosed(1000);
    }

    @Test
    void a_close_does_not_wait_for_ever() throws InterruptedException {
        FakeSession session = new FakeSession(false);
        session.send();
        session.link.close(1000, "");
        timer.advance(LinkCloser.GRACE);
        session.assertClosed(1000);
    }

    @Test
    void only_the_first_close_counts() throws InterruptedException {
        FakeSession session = new FakeSession(false);
        session.send();
        session.link.close(1009, "");
        session.link.close(1000, "");
        timer.advance(LinkCloser.GRACE);
        session.assertClosed(1009);
        session.sent().onResult(new SendResult());
        closer.end(DEADLINE);
        session.assertOpen();
    }

    @Test
    void closes_that_block_behind_a_message_delay_no_other() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            FakeSession stuck = new FakeSession(true);
            stuck.send();
            stuck.link.close(1000, "");
        }
        timer.advance(LinkCloser.GRACE);
        FakeSession idle = new FakeSession(false);
        idle.link.close(1000, "");
        idle.assertClosed(1000);
    }
}
