package org.sockeye.internal.core;

import java.time.Duration;
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

    /** For a message. */
    static String inWords(Duration patience) {
        boolean isShort = patience.compareTo(Duration.ofMillis(1)) < 0;
        return isShort ? patience.toNanos() + " ns" : patience.toMillis() + " ms";
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
