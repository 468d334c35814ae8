package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.sockeye.ConfigurationException;
import org.sockeye.Dispatch;
import org.sockeye.SocketIoConfig;

/** Makes the threads that the setting {@code dispatch} asks for. */
final class Dispatchers {

    private static final int IDLE_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Dispatchers() {}

    /** The executor of a server; with {@code dispatch=container}, of what no container thread brings. */
    static ApplicationExecutor create(SocketIoConfig config, ClassLoader application, OwnThreads threads) {
        if (config.dispatch() == Dispatch.VIRTUAL) {
            return owned("virtual threads", virtualThreads(), application);
        }
        int most = config.dispatchThreads();
        return ManagedExecutor.lookUp()
                .map(managed -> withOverflow(managed, most, application, threads))
                .orElseGet(() -> owned(
                        "at most " + most + " daemon threads of the server",
                        pool(most, threads.named("dispatch")),
                        application));
    }

    /** The container's executor, and threads of ours for what it does not take because it is full: whoever gave it the work must not do it. */
    static ApplicationExecutor withOverflow(Executor managed, int size, ClassLoader application, OwnThreads threads) {
        ExecutorService overflow = pool(size, threads.named("overflow"));
        Executor both = task -> {
            try {
                managed.execute(task);
            } catch (RuntimeException full) {
                LOG.log(Level.DEBUG, "the container's executor took no work", full);
                overflow.execute(task);
            }
        };
        return new ApplicationExecutor(
                "the container's ManagedExecutorService", both, application, () -> Pools.end(overflow, PATIENCE));
    }

    private static ApplicationExecutor owned(String name, ExecutorService threads, ClassLoader application) {
        return new ApplicationExecutor(name, threads, application, () -> Pools.end(threads, PATIENCE));
    }

    private static ExecutorService pool(int size, ThreadFactory threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** By reflection: the jar is compiled for a JDK that has none. */
    private static ExecutorService virtualThreads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException absent) {
            throw new ConfigurationException("Setting \"dispatch\" is \"virtual\", but Java "
                    + Runtime.version().feature()
                    + " has no virtual threads; allowed is auto, container or executor, and virtual from Java 21");
        }
    }
}
