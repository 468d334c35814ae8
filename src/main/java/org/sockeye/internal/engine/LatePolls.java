package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * GETs that are read later or earlier than the client sent them, because another thread reads what it sent beside them.
 *
 * <p>Two cases matter. While a WebSocket takes over, a GET that comes may have been sent after the upgrade packet that we have yet to read:
 * it waits a little, and is refused if the WebSocket has taken over by then, or ended because the client waits for it. And when the client
 * closes the session by a POST, the GET that it sent before may come after: for a little while the session can be found, and that GET
 * ends like one that waits. The reference server has one thread, and reads in the order sent.
 */
final class LatePolls {

    /** As often as the reference server looks for a GET to end while a client upgrades. */
    static final Duration LATE = Duration.ofMillis(100);

    private final SessionState state;
    private final PollingCarrier polling;
    private final Runnable onForgotten;
    private final Alarm alarm;
    private final AtomicBoolean leaving = new AtomicBoolean();

    /** Whether the client waits for its GET to end before it upgrades. Written by the upgrade, read by the alarm. */
    private volatile boolean probed;

    /** The task runs when the session need not be found any more. */
    LatePolls(Timer timer, SessionState state, PollingCarrier polling, Runnable onForgotten) {
        this.alarm = new Alarm(timer);
        this.state = state;
        this.polling = polling;
        this.onForgotten = onForgotten;
    }

    /** A GET has taken its place, whatever the session does. */
    void onPoll() {
        if (state.isUpgrading() || state.isUpgraded()) {
            endSoon();
        } else {
            refuseUnlessPolling();
        }
    }

    void onProbe() {
        probed = true;
        endPolls();
    }

    void onUpgrade() {
        endPolls();
    }

    void onUpgradeAbandoned() {
        probed = false;
        polling.forgetExpected();
    }

    /** The client closes the session. */
    void onLeaving() {
        leaving.set(true);
    }

    boolean isLeaving() {
        return leaving.get();
    }

    /** The client has closed the session while no GET waited. */
    void forgetSoon() {
        alarm.set(LATE, this::forget);
    }

    /** Waits for nothing any more. */
    void forget() {
        leaving.set(false);
        alarm.stop();
        onForgotten.run();
    }

    private void endPolls() {
        polling.endExpected();
        if (polling.isReady()) {
            endSoon();
        }
    }

    private void endSoon() {
        alarm.set(LATE, this::end);
    }

    private void end() {
        if (!state.isUpgrading()) {
            refuseUnlessPolling();
        } else if (probed) {
            polling.noop();
        }
    }

    private void refuseUnlessPolling() {
        if (state.isPolling()) {
            return;
        }
        if (leaving.compareAndSet(true, false)) {
            polling.noop();
            forget();
        } else {
            polling.refuse();
        }
    }
}
