package org.sockeye.internal.engine;

import java.time.Duration;

/** Pings the client a while after its last answer, and finds it dead when no answer comes in time. */
final class Heartbeat {

    private final Alarm alarm;
    private final Duration interval;
    private final Duration timeout;
    private final Runnable onPing;
    private final Runnable onDead;

    /** Written where the alarm is set; when two do so at once either is right. */
    private volatile boolean awaitingPong;

    Heartbeat(Timer timer, Duration interval, Duration timeout, Runnable onPing, Runnable onDead) {
        this.alarm = new Alarm(timer);
        this.interval = interval;
        this.timeout = timeout;
        this.onPing = onPing;
        this.onDead = onDead;
    }

    void start() {
        pingLater();
    }

    /** The client answered. */
    void onPong() {
        pingLater();
    }

    /** Another transport carries the session: an answer that was lost with the old one gets its full time again. */
    void onUpgrade() {
        if (awaitingPong) {
            alarm.set(timeout, onDead);
        }
    }

    /** No more pings, and the end after a delay, or when a silent client would be found dead if that is sooner. */
    void endAfter(Duration delay, Runnable onEnd) {
        awaitingPong = false;
        Duration silence = interval.plus(timeout);
        alarm.set(silence.compareTo(delay) < 0 ? silence : delay, onEnd);
    }

    /** Forgets everything, for good. */
    void stop() {
        alarm.stop();
    }

    private void pingLater() {
        awaitingPong = false;
        alarm.set(interval, this::ping);
    }

    private void ping() {
        awaitingPong = true;
        alarm.set(timeout, onDead);
        onPing.run();
    }
}
