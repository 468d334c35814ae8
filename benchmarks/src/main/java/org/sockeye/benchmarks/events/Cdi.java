package org.sockeye.benchmarks.events;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.apache.openwebbeans.se.OWBInitializer;
import org.jboss.weld.environment.se.Weld;
import org.sockeye.internal.cdi.SockeyeExtension;

/** The CDI implementations that containers bring. */
public enum Cdi {
    WELD {
        @Override
        SeContainerInitializer container() {
            return new Weld().disableDiscovery().addExtensions(new SockeyeExtension());
        }
    },
    OPEN_WEB_BEANS {
        @Override
        SeContainerInitializer container() {
            return new OWBInitializer().disableDiscovery();
        }
    };

    abstract SeContainerInitializer container();

    /** Starts it with one bean. The thread that starts a container may have a request context for good, so that another one does it. */
    SeContainer start() {
        SeContainer[] started = new SeContainer[1];
        Thread starting = new Thread(
                () -> started[0] = container().addBeanClasses(Observing.class).initialize());
        starting.start();
        try {
            starting.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return started[0];
    }
}
