package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The container's default ManagedExecutorService and ManagedScheduledExecutorService, where there are any.
 *
 * <p>A managed executor runs a task in the context of whoever submits it, and many of our submitters have none: the timer, the
 * threads that complete a send. So the hand-over itself goes through a contextual proxy, which takes on the application's context as it is
 * when the application starts. Jakarta Concurrency is reached by reflection, because plain servlet containers do not have it.
 */
final class ManagedExecutor {

    private static final String EXECUTOR = "java:comp/DefaultManagedExecutorService";
    private static final String SCHEDULED = "java:comp/DefaultManagedScheduledExecutorService";
    private static final String CONTEXTS = "java:comp/DefaultContextService";

    private ManagedExecutor() {}

    /** Call it where the application's context is in force: while the application starts. */
    static Optional<Executor> lookUp() {
        return lookUp(EXECUTOR, Executor.class);
    }

    /** As {@link #lookUp()}, one that has tasks run later. */
    static Optional<ScheduledExecutorService> lookUpScheduled() {
        return lookUp(SCHEDULED, ScheduledExecutorService.class);
    }

    @SuppressWarnings(
            "BanJNDI") // the names are constants of the container's own name space, no client has a say in them
    private static <T> Optional<T> lookUp(String name, Class<T> type) {
        try {
            InitialContext names = new InitialContext();
            T managed = type.cast(names.lookup(name));
            return Optional.of(inContext(names.lookup(CONTEXTS), managed, type));
        } catch (NamingException | ReflectiveOperationException | ClassCastException absent) {
            LOG.log(Level.DEBUG, "there is no {0} ({1}): the server has threads of its own", name, absent.toString());
            return Optional.empty();
        }
    }

    private static <T> T inContext(Object contexts, T managed, Class<T> type) throws ReflectiveOperationException {
        return type.cast(Class.forName(
                        "jakarta.enterprise.concurrent.ContextService",
                        false,
                        Thread.currentThread().getContextClassLoader())
                .getMethod("createContextualProxy", Object.class, Class.class)
                .invoke(contexts, managed, type));
    }
}
