package org.sockeye.internal.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.protocol.EngineCodec;
import org.sockeye.internal.protocol.Frame;

/** Writes frame after frame into a WebSocket, the next one when the last one is complete. */
final class WebSocketCarrier implements Carrier {

    private static final int NORMAL_CLOSURE = 1000;
    private static final int GOING_AWAY = 1001;

    /** What the carrier tells. All may be called from any thread, and inside a write. */
    interface Events {
        /** A write has completed: another one may start. */
        void written();

        /** A write has failed. */
        void failed(Throwable error);

        /** The WebSocket is being closed: nothing that it brings is wanted any more. */
        void closing();
    }

    private final EngineCodec codec;
    private final WebSocketLink link;
    private final Events events;
    private final Counters counters;
    private final AtomicBoolean inFlight = new AtomicBoolean();

    WebSocketCarrier(EngineCodec codec, WebSocketLink link, Events events, Counters counters) {
        this.counters = counters;
        this.codec = codec;
        this.link = link;
        this.events = events;
    }

    @Override
    public boolean isReady() {
        return !inFlight.get();
    }

    @Override
    public boolean pump(Outbox outbox, boolean ending) {
        if (inFlight.get()) {
            return false;
        }
        Frame frame = outbox.take();
        if (frame == null) {
            return true;
        }
        write(frame);
        return false;
    }

    /** Writes a frame unless a write is in flight. Only for a WebSocket that carries no session yet. */
    void writeAside(Frame frame) {
        if (!inFlight.get()) {
            write(frame);
        }
    }

    @Override
    public void close(CloseReason reason) {
        events.closing();
        try {
            link.close(reason == CloseReason.SERVER_SHUTTING_DOWN ? GOING_AWAY : NORMAL_CLOSURE, "");
        } catch (RuntimeException thrown) {
            EngineLog.failure("A WebSocket could not be closed", thrown);
        }
    }

    private void write(Frame frame) {
        inFlight.set(true);
        try {
            send(frame, this::completed);
        } catch (RuntimeException thrown) {
            events.failed(thrown);
        }
    }

    private void send(Frame frame, Consumer<@Nullable Throwable> completion) {
        Frame message = codec.inWebSocket(frame);
        counters.out(1, message.size());
        if (message instanceof Frame.Text text) {
            link.sendText(text.wire(), completion);
        } else if (message instanceof Frame.Binary binary) {
            link.sendBinary(binary.data(), completion);
        }
    }

    private void completed(@Nullable Throwable error) {
        if (error != null) {
            events.failed(error);
            return;
        }
        inFlight.set(false);
        events.written();
    }
}
