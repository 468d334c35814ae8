package org.sockeye.internal.web;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.sockeye.internal.engine.DeadlineTimer;
import org.sockeye.internal.engine.ScheduledTimer;
import org.sockeye.internal.engine.ServerTimer;

/** Makes the timer of a server: on the container's ManagedScheduledExecutorService where it has one, otherwise on one thread of the server. */
final class Timers {

    private Timers() {}

    /** Call it while the application starts. */
    static ServerTimer create(OwnThreads threads) {
        ThreadFactory own = threads.named("timer");
        return ManagedExecutor.lookUpScheduled()
                .<ServerTimer>map(managed -> new ScheduledTimer(managed, () -> new ScheduledThreadPoolExecutor(1, own)))
                .orElseGet(() -> new DeadlineTimer(own));
    }
}
