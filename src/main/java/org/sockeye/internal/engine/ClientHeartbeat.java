package org.sockeye.internal.engine;

/** Answers the client's pings, and finds it dead when none comes for as long as one and its answer may take. */
final class ClientHeartbeat extends Heartbeat {

    ClientHeartbeat(EngineContext context, Owner owner) {
        super(context, owner);
    }

    @Override
    void start() {
        dieAfter(interval.plus(timeout));
    }

    @Override
    boolean onPing() {
        start();
        owner.pong();
        return true;
    }

    @Override
    boolean onPong() {
        return false;
    }

    @Override
    void onUpgrade() {
        start();
    }
}
