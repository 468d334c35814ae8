package org.sockeye.internal.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Runs work with an active request context: a new one, or the container's where one is active on this thread. */
final class RequestContexts {

    private static final Logger LOG = System.getLogger("org.sockeye.cdi");

    private final BeanManager beans;
    private final Bean<?> controllers;

    RequestContexts(BeanManager beans) {
        this.beans = beans;
        this.controllers = beans.resolve(beans.getBeans(RequestContextController.class));
    }

    /** Runs the work in any case: where CDI fails, or has ended, without a context. */
    void during(Runnable work) {
        CreationalContext<?> creation = beans.createCreationalContext(controllers);
        RequestContextController begun = begin(creation);
        try {
            work.run();
        } finally {
            end(begun, creation);
        }
    }

    /** A controller ends only what it began itself, so each run has its own; {@code null} when there is nothing to end. */
    private @Nullable RequestContextController begin(CreationalContext<?> creation) {
        try {
            RequestContextController controller = (RequestContextController)
                    beans.getReference(controllers, RequestContextController.class, creation);
            return controller.activate() ? controller : null;
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "No request context is active for observers and listeners of an event", failed);
            return null;
        }
    }

    private static void end(@Nullable RequestContextController begun, CreationalContext<?> creation) {
        try {
            if (begun != null) {
                begun.deactivate();
            }
            creation.release();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "The request context of an event could not be ended", failed);
        }
    }
}
