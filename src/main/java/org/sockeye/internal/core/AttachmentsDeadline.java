package org.sockeye.internal.core;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.Timer;

/** How long a client may take to send the rest of a packet: as long as a client that does not answer a heartbeat would be kept. */
final class AttachmentsDeadline {

    private final Timer timer;
    private final Duration patience;
    private final Runnable onExpiry;
    /** Written by the thread that reads; volatile because that need not always be the same one. */
    private volatile Timer.@Nullable Task task;

    AttachmentsDeadline(ServerEnvironment environment, Runnable onExpiry) {
        this.timer = environment.timer();
        this.patience =
                environment.config().pingInterval().plus(environment.config().pingTimeout());
        this.onExpiry = onExpiry;
    }

    /** A part has come, and more is to come; the deadline is that of the first part. */
    void arm() {
        if (task == null) {
            task = timer.schedule(patience, onExpiry);
        }
    }

    void disarm() {
        Timer.Task armed = task;
        if (armed != null) {
            armed.cancel();
            task = null;
        }
    }
}
