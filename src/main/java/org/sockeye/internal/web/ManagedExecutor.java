package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The container's default ManagedExecutorService, where there is one.
 *
 * <p>A managed executor runs a task in the context of whoever submits it, and many of our submitters have none: the timer, the
 * threads that complete a send. So the hand-over itself goes through a contextual proxy, which takes on the application's context as it is
 * when the application starts. Jakarta Concurrency is reached by reflection, because plain servlet containers do not have it.
 */
final class ManagedExecutor {

    private static final String EXECUTOR = "java:comp/DefaultManagedExecutorService";
    private static final String CONTEXTS = "java:comp/DefaultContextService";

    private ManagedExecutor() {}

    /** Call it where the application's context is in force: while the application starts. */
    @SuppressWarnings(
            "BanJNDI") // both names are constants of the container's own name space, no client has a say in them
    static Optional<Executor> lookUp() {
        try {
            InitialContext names = new InitialContext();
            Executor managed = (Executor) names.lookup(EXECUTOR);
            return Optional.of(inContext(names.lookup(CONTEXTS), managed));
        } catch (NamingException | ReflectiveOperationException | ClassCastException absent) {
            LOG.log(
                    Level.DEBUG,
                    "no ManagedExecutorService ({0}): the server has threads of its own",
                    absent.toString());
            return Optional.empty();
        }
    }

    private static Executor inContext(Object contexts, Executor managed) throws ReflectiveOperationException {
        return (Executor) Class.forName(
                        "jakarta.enterprise.concurrent.ContextService",
                        false,
                        Thread.currentThread().getContextClassLoader())
                .getMethod("createContextualProxy", Object.class, Class.class)
                .invoke(contexts, managed, Executor.class);
    }
}
