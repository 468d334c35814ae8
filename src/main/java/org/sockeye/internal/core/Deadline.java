package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.Timer;

/** A deadline that is set after that which it ends was made known, and so may find it ended already. */
final class Deadline {

    /** Guarded by this. */
    private Timer.@Nullable Task task;

    private boolean disarmed; // guarded by this

    void arm(Timer.Task armed) {
        synchronized (this) {
            if (!disarmed) {
                task = armed;
                return;
            }
        }
        armed.cancel();
    }

    /** Idempotent. */
    void disarm() {
        Timer.Task armed;
        synchronized (this) {
            disarmed = true;
            armed = task;
            task = null;
        }
        if (armed != null) {
            armed.cancel();
        }
    }
}
