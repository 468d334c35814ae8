package org.sockeye.internal.cdi;

import jakarta.enterprise.context.ContextException;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Runs work with an active request context: a new one, or the container's where one is active on this thread. */
final class RequestContexts {

    private static final Logger LOG = System.getLogger("org.sockeye.cdi");

    private final BeanManager beans;
    private final Bean<?> controller;

    RequestContexts(BeanManager beans) {
        this.beans = beans;
        this.controller = beans.resolve(beans.getBeans(RequestContextController.class));
    }

    /** A controller ends only what it began itself, so each run has its own. */
    void during(Runnable work) {
        CreationalContext<?> creation = beans.createCreationalContext(controller);
        try {
            RequestContextController context =
                    (RequestContextController) beans.getReference(controller, RequestContextController.class, creation);
            during(context, work);
        } finally {
            creation.release();
        }
    }

    private static void during(RequestContextController context, Runnable work) {
        boolean activated = activate(context);
        try {
            work.run();
        } finally {
            if (activated) {
                deactivate(context);
            }
        }
    }

    private static boolean activate(RequestContextController context) {
        try {
            return context.activate();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "No request context is active for observers and listeners", failed);
            return false;
        }
    }

    private static void deactivate(RequestContextController context) {
        try {
            context.deactivate();
        } catch (ContextException gone) {
            LOG.log(Level.DEBUG, "The request context was ended by someone else", gone);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "The request context of an event could not be ended", failed);
        }
    }
}
