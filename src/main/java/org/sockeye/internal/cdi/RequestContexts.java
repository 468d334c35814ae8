package org.sockeye.internal.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Runs work with an active request context: a new one, or the container's where one is active on this thread.
 *
 * <p>A controller ends only what it began itself, so each run has one for itself. It is used again by a later run, since making one costs more than the
 * context does; there are as many as runs there ever were at the same time.
 */
final class RequestContexts {

    private static final Logger LOG = System.getLogger("org.sockeye.cdi");

    private final BeanManager beans;
    private final Bean<?> controllers;
    private final Queue<RequestContextController> idle = new ConcurrentLinkedQueue<>();

    RequestContexts(BeanManager beans) {
        this.beans = beans;
        this.controllers = beans.resolve(beans.getBeans(RequestContextController.class));
    }

    /** Runs the work in any case: where CDI fails, or has ended, without a context. */
    void during(Runnable work) {
        RequestContextController begun = begin();
        try {
            work.run();
        } finally {
            if (begun != null) {
                end(begun);
            }
        }
    }

    /** Answers {@code null} when there is nothing to end. */
    private @Nullable RequestContextController begin() {
        try {
            RequestContextController controller = controller();
            if (controller.activate()) {
                return controller;
            }
            idle.add(controller);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "No request context is active for observers and listeners of an event", failed);
        }
        return null;
    }

    private RequestContextController controller() {
        RequestContextController used = idle.poll();
        return used == null
                ? (RequestContextController) beans.getReference(
                        controllers, RequestContextController.class, beans.createCreationalContext(controllers))
                : used;
    }

    private void end(RequestContextController begun) {
        try {
            begun.deactivate();
            idle.add(begun);
        } catch (Throwable failed) { // of a bean that is destroyed, say
            LOG.log(Level.WARNING, "The request context of an event could not be ended", failed);
        }
    }
}
