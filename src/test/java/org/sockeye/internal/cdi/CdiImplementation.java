package org.sockeye.internal.cdi;

import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.apache.openwebbeans.se.OWBInitializer;
import org.jboss.weld.environment.se.Weld;

/** The implementations of CDI that containers bring. */
enum CdiImplementation {
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

    /** A container that knows our extension, and to which nothing is deployed but what it is given. */
    abstract SeContainerInitializer container();
}
