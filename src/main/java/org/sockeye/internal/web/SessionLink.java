package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.WebSocketLink;

/** The engine's way to a container's WebSocket session. Sends by SendHandler only: a Future is a lie on Open Liberty. */
final class SessionLink implements WebSocketLink {

    private final Session session;
    private final LinkCloser closer;
    private final AtomicInteger beingSent = new AtomicInteger();
    private final AtomicReference<LinkCloser.@Nullable Close> closing = new AtomicReference<>();

    SessionLink(Session session, LinkCloser closer) {
        this.session = session;
        this.closer = closer;
    }

    @Override
    public void sendText(String text, Consumer<@Nullable Throwable> completion) {
        send((remote, handler) -> remote.sendText(text, handler), completion);
    }

    @Override
    public void sendBinary(byte[] data, Consumer<@Nullable Throwable> completion) {
        send((remote, handler) -> remote.sendBinary(ByteBuffer.wrap(data), handler), completion);
    }

    private void send(Sending sending, Consumer<@Nullable Throwable> completion) {
        Completion once = new Completion(failure -> {
            sent();
            completion.accept(failure);
        });
        beingSent.incrementAndGet();
        try {
            sending.start(session.getAsyncRemote(), once);
        } catch (RuntimeException refused) {
            once.complete(refused);
        }
    }

    /** The message is out of the way of a close that waits for it: either this sees the close, or the close sees no message. */
    private void sent() {
        LinkCloser.@Nullable Close waiting = beingSent.decrementAndGet() == 0 ? closing.get() : null;
        if (waiting != null) {
            waiting.onIdle();
        }
    }

    /** Has the close frame sent by another thread, after the message that is being sent. */
    @Override
    public void close(int code, String reason) {
        CloseReason why = new CloseReason(CloseCodes.getCloseCode(code), reason);
        LinkCloser.Close close = closer.new Close(() -> closeNow(why), () -> breakOff(why));
        if (!closing.compareAndSet(null, close)) {
            return;
        }
        if (beingSent.get() == 0) {
            close.onIdle();
        } else {
            close.awaitIdle();
        }
    }

    private void breakOff(CloseReason reason) {
        LOG.log(Level.DEBUG, "a WebSocket is closed although its client has not taken the last message");
        try {
            SessionLimits.dropWhatIsBeingSent(session);
        } catch (IllegalStateException gone) {
            LOG.log(Level.DEBUG, "a WebSocket was gone before it was broken off", gone);
        }
        closeNow(reason);
    }

    private void closeNow(CloseReason reason) {
        try {
            session.close(reason);
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "a WebSocket was gone before it was closed", gone);
        }
    }

    @FunctionalInterface
    private interface Sending {
        void start(RemoteEndpoint.Async remote, SendHandler handler);
    }

    /** Reports the first outcome only: a container may throw and call back as well. */
    private static final class Completion implements SendHandler {
        private final Consumer<@Nullable Throwable> completion;
        private final AtomicBoolean reported = new AtomicBoolean();

        Completion(Consumer<@Nullable Throwable> completion) {
            this.completion = completion;
        }

        @Override
        public void onResult(SendResult result) {
            complete(result.isOK() ? null : failureOf(result));
        }

        void complete(@Nullable Throwable failure) {
            if (reported.compareAndSet(false, true)) {
                completion.accept(failure);
            }
        }

        private static Throwable failureOf(SendResult result) {
            @Nullable Throwable failure = result.getException();
            return failure != null ? failure : new IOException("The container did not send a message");
        }
    }
}
