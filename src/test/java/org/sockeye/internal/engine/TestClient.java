package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.sockeye.internal.protocol.Frame;

/** A client as the contract of sessions sees it: packets in their polling form, bytes as base64 after a {@code b}. */
abstract class TestClient implements AutoCloseable {

    /** The packets that came, without those that only carry the transport. */
    final List<String> received = Collections.synchronizedList(new ArrayList<>());

    /** Whether the client was told that the connection is over. */
    abstract boolean isOver();

    /** Sends packets, together where the transport can. */
    abstract void send(String... packets);

    /** Takes nothing more from the server. */
    abstract void stall();

    /** Takes what comes again. */
    abstract void resume();

    /** Waits until every write that completes elsewhere has completed. */
    void settle() {}

    @Override
    public void close() {}

    /** A GET is always held. */
    static final class Polling extends TestClient {
        private final EngineSession session;
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicBoolean stalled = new AtomicBoolean();

        Polling(EngineFixture fixture) {
            session = fixture.openPolling();
            poll();
        }

        private void poll() {
            FakePoll poll = new FakePoll(this::answered);
            session.poll(poll);
            if (poll.status() == 400) {
                over.set(true);
            }
        }

        private void answered(String body) {
            List<String> packets = Arrays.asList(body.split("\u001e", -1));
            packets.stream().filter(p -> !p.equals("6") && !p.equals("1")).forEach(received::add);
            if (packets.contains("1")) {
                over.set(true);
            } else if (!stalled.get()) {
                poll();
            }
        }

        @Override
        boolean isOver() {
            return over.get();
        }

        @Override
        void send(String... packets) {
            session.beginPost().ifPresent(post -> post.complete(EngineFixture.text(String.join("\u001e", packets))));
        }

        @Override
        void stall() {
            stalled.set(true);
            session.send(List.of(Frame.message("last")));
        }

        @Override
        void resume() {
            stalled.set(false);
            poll();
        }
    }

    /** A WebSocket whose sends complete where an executor runs them. */
    abstract static class OnWebSocket extends TestClient {
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final AtomicInteger completions = new AtomicInteger();
        private final FakeLink.Held held = new FakeLink.Held();
        private final AtomicBoolean stalled = new AtomicBoolean();
        final FakeLink link;

        OnWebSocket(boolean elsewhere) {
            Executor completing = elsewhere ? this::complete : Runnable::run;
            link = new FakeLink(task -> (stalled.get() ? held : completing).execute(task), this::frame);
        }

        abstract WebSocketReceiver receiver();

        private void complete(Runnable completion) {
            thread.execute(completion);
            completions.incrementAndGet();
        }

        private void frame(String frame) {
            if (!frame.startsWith("0") && !frame.equals("3probe")) {
                received.add(frame);
            }
        }

        @Override
        boolean isOver() {
            return !link.isOpen();
        }

        @Override
        void send(String... packets) {
            for (String packet : packets) {
                if (packet.startsWith("b")) {
                    receiver().binary(Base64.getDecoder().decode(packet.substring(1)));
                } else {
                    receiver().text(packet);
                }
            }
        }

        @Override
        void stall() {
            stalled.set(true);
        }

        @Override
        void resume() {
            stalled.set(false);
            held.completeNext();
        }

        @Override
        void settle() {
            int seen;
            do {
                seen = completions.get();
                passThread();
            } while (seen != completions.get());
        }

        private void passThread() {
            try {
                thread.submit(() -> {}).get(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException failed) {
                throw new AssertionError(failed);
            }
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }

    /** A session that a WebSocket opened. */
    static final class WebSocket extends OnWebSocket {
        private final WebSocketReceiver receiver;

        WebSocket(EngineFixture fixture, boolean elsewhere) {
            super(elsewhere);
            receiver = fixture.openWebSocket(link);
            settle();
        }

        @Override
        WebSocketReceiver receiver() {
            return receiver;
        }
    }

    /** A session that polling opened and a WebSocket took over. */
    static final class Upgraded extends OnWebSocket {
        private final WebSocketReceiver receiver;

        Upgraded(EngineFixture fixture, boolean elsewhere) {
            super(elsewhere);
            EngineSession session = fixture.openPolling();
            FakePoll poll = fixture.poll(session);
            receiver = fixture.upgrade(session, link);
            receiver.text("2probe");
            settle();
            if (!poll.body().equals("6") || !link.sent.equals(List.of("3probe"))) {
                throw new AssertionError("no noop, or no answer to the probe: " + poll.body() + link.sent);
            }
            receiver.text("5");
        }

        @Override
        WebSocketReceiver receiver() {
            return receiver;
        }
    }

    /** A session that polling opened, and that a WebSocket will take over when the client reads again. */
    static final class Upgrading extends OnWebSocket {
        private final WebSocketReceiver receiver;

        Upgrading(EngineFixture fixture) {
            super(false);
            EngineSession session = fixture.openPolling();
            fixture.poll(session);
            receiver = fixture.upgrade(session, link);
            receiver.text("2probe");
        }

        @Override
        void stall() {
            // Nothing is written before the upgrade.
        }

        @Override
        void resume() {
            receiver.text("5");
        }

        @Override
        WebSocketReceiver receiver() {
            return receiver;
        }
    }
}
