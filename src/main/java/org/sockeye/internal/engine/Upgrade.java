package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.sockeye.internal.protocol.EngineCodec;
import org.sockeye.internal.protocol.EnginePacket;

/**
 * A WebSocket that wants to take over a polling session.
 *
 * <p>The client sends a probe; we answer it, and end the GET that the client waits for. When the client has seen its last GET answered it
 * sends an upgrade packet, and what waits goes to the WebSocket. Until that moment everything goes into GETs, so nothing is lost or
 * overtaken. Any other packet, a broken or closed WebSocket, and too long a wait end the attempt and leave the session as it was.
 */
final class Upgrade implements WebSocketChannel.Owner, EnginePacket.Handler<Boolean> {

    private enum Stage {
        TRYING,
        WON,
        GIVEN_UP
    }

    /** What an upgrade asks of its session. */
    interface Target {
        /** The client tries the WebSocket. */
        void probed();

        /** The WebSocket takes over; answers whether it may. */
        boolean upgraded(WebSocketChannel channel);

        /** The attempt has failed. */
        void abandoned();
    }

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.TRYING);
    private final EngineCodec codec;
    private final WebSocketChannel channel;
    private final Target target;

    private final Alarm deadline;

    Upgrade(Timer timer, EngineCodec codec, WebSocketChannel channel, Target target) {
        this.deadline = new Alarm(timer);
        this.codec = codec;
        this.channel = channel;
        this.target = target;
    }

    void begin(Duration timeout) {
        channel.serve(this);
        deadline.set(timeout, () -> giveUp("it took too long"));
    }

    /** Ends the attempt, unless it has ended. */
    void giveUp(String why) {
        if (stage.compareAndSet(Stage.TRYING, Stage.GIVEN_UP)) {
            discard(why);
        }
    }

    @Override
    public void packet(EnginePacket packet) {
        if (!packet.dispatch(this)) {
            giveUp("the client sent something else");
        }
    }

    @Override
    public void gone(CloseReason reason, String description) {
        giveUp(description);
        channel.carrier().close(reason);
    }

    @Override
    public void writable() {
        // Nothing is written before the upgrade but answers to probes, which wait for nothing.
    }

    @Override
    public Boolean text(String text) {
        return false;
    }

    @Override
    public Boolean binary(byte[] data) {
        return false;
    }

    @Override
    public Boolean ping(String data) {
        if (!data.equals(EnginePacket.Ping.PROBE) || stage.get() != Stage.TRYING) {
            return false;
        }
        channel.carrier().writeAside(codec.probed());
        target.probed();
        return true;
    }

    @Override
    public Boolean signal(EnginePacket.Signal signal) {
        if (signal != EnginePacket.Signal.UPGRADE) {
            return false;
        }
        if (stage.compareAndSet(Stage.TRYING, Stage.WON)) {
            finish();
        }
        return true;
    }

    private void finish() {
        deadline.stop();
        if (!target.upgraded(channel)) {
            stage.set(Stage.GIVEN_UP);
            discard("a POST is being read, or the session is closed");
        }
    }

    /** Closes last: whoever sees the WebSocket closed may try another one. */
    private void discard(String why) {
        EngineLog.debug(() -> "upgrade given up: " + why);
        deadline.stop();
        channel.serve(WebSocketChannel.NOBODY);
        target.abandoned();
        channel.carrier().close(CloseReason.TRANSPORT_CLOSE);
    }
}
