package org.sockeye.internal.engine;

import java.time.Duration;

/**
 * Finds out whether the client is still there. In revision 4 the server pings and the client answers, in revision 3 it is the other way
 * round.
 */
abstract class Heartbeat {

    /** What a heartbeat asks of its session. */
    interface Owner {
        void ping();

        void pong();

        /** How much longer the client is waited for, because it was the listener that kept what it sent from being read; zero if it was not. */
        Duration grace();

        void dead();
    }

    final Duration interval;
    final Duration timeout;
    final Owner owner;
    private final Alarm alarm;

    Heartbeat(EngineContext context, Owner owner) {
        this.alarm = new Alarm(context.timer());
        this.interval = context.settings().pingInterval();
        this.timeout = context.settings().pingTimeout();
        this.owner = owner;
    }

    /** The heartbeat of a revision. */
    static Heartbeat of(int revision, EngineContext context, Owner owner) {
        return revision == 3 ? new ClientHeartbeat(context, owner) : new ServerHeartbeat(context, owner);
    }

    abstract void start();

    /** The client pings; answers whether it may. */
    abstract boolean onPing();

    /** The client answers a ping; answers whether it may. */
    abstract boolean onPong();

    /** Another transport carries the session: what was lost with the old one gets its full time again. */
    abstract void onUpgrade();

    /**
     * No more pings, and the end after a delay, or when a silent client would be found dead if that is sooner. An answer changes nothing
     * any more.
     */
    void endAfter(Duration delay, Runnable onEnd) {
        Duration silence = interval.plus(timeout);
        alarm.setLast(silence.compareTo(delay) < 0 ? silence : delay, onEnd);
    }

    /** Forgets everything, for good. */
    final void stop() {
        alarm.stop();
    }

    /** Does one thing after a delay, instead of what was to be done. */
    final void after(Duration delay, Runnable task) {
        alarm.set(delay, task);
    }

    /** Finds the client dead after a while, unless something else is to be done before. */
    final void dieAfter(Duration delay) {
        alarm.set(delay, this::grace, owner::dead);
    }

    /** The client is waited for longer, and must not be left to think that it is the server that has gone. */
    void onGrace() {}

    private Duration grace() {
        Duration longer = owner.grace();
        if (!longer.isZero()) {
            onGrace();
        }
        return longer;
    }
}
