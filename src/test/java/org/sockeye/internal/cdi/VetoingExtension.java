package org.sockeye.internal.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import org.sockeye.SocketEvent;

/** Another extension, that takes away some observers of the bean {@code Vetoed}, and gives another priority to one. */
public class VetoingExtension implements Extension {

    void veto(@Observes ProcessObserverMethod<?, DeliveryBeans.Vetoed> event) {
        if (event.getObserverMethod().getObservedType() != Object.class) {
            event.veto();
        }
    }

    void reconfigure(@Observes ProcessObserverMethod<SocketEvent, DeliveryBeans.Ordered> event) {
        if (event.getAnnotatedMethod().getJavaMember().getName().equals("third")) {
            event.configureObserverMethod().priority(500);
        }
    }
}
