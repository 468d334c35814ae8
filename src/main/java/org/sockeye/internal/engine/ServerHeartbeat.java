package org.sockeye.internal.engine;

import java.time.Duration;

/** Pings the client a while after its last answer, and finds it dead when no answer comes in time. */
final class ServerHeartbeat extends Heartbeat {

    /** Written where the alarm is set; when two do so at once either is right. */
    private volatile boolean awaitingPong;

    ServerHeartbeat(EngineContext context, Owner owner) {
        super(context, owner);
    }

    @Override
    void start() {
        pingLater();
    }

    @Override
    boolean onPing() {
        return false;
    }

    @Override
    boolean onPong() {
        pingLater();
        return true;
    }

    @Override
    void onUpgrade() {
        if (awaitingPong) {
            dieAfter(timeout);
        }
    }

    /** A client waits for a ping no longer than an interval and a timeout. */
    @Override
    void onGrace() {
        owner.ping();
    }

    @Override
    void endAfter(Duration delay, Runnable onEnd) {
        awaitingPong = false;
        super.endAfter(delay, onEnd);
    }

    private void pingLater() {
        awaitingPong = false;
        after(interval, this::ping);
    }

    private void ping() {
        awaitingPong = true;
        dieAfter(timeout);
        owner.ping();
    }
}
