package org.sockeye.internal.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.util.function.Supplier;
import org.sockeye.internal.core.OfferedBean;
import org.sockeye.internal.core.ServerDirectory;
import org.sockeye.internal.core.UsableServices;

/** Adds beans that optional libraries look for, where those are. */
final class OfferedBeans {

    private static final Logger LOG = System.getLogger("org.sockeye.cdi");

    private OfferedBeans() {}

    static void add(AfterBeanDiscovery event, Supplier<ServerDirectory> servers) {
        for (OfferedBean offer :
                UsableServices.of(OfferedBean.class, OfferedBeans.class.getClassLoader(), Level.DEBUG)) {
            try {
                add(event, offer, servers);
            } catch (LinkageError absent) {
                LOG.log(Level.DEBUG, "a bean is left out, what it needs is not there: {0}", absent.toString());
            }
        }
    }

    /** Asks the offer for all before the container knows of the bean: what fails then leaves none that is half made. */
    private static void add(AfterBeanDiscovery event, OfferedBean offer, Supplier<ServerDirectory> servers) {
        Class<?>[] types = offer.types().toArray(Class<?>[]::new);
        Annotation[] qualifiers = offer.qualifiers().toArray(Annotation[]::new);
        event.addBean()
                .id("sockeye:" + offer.getClass().getName())
                .beanClass(offer.getClass())
                .types(types)
                .qualifiers(qualifiers)
                .scope(Dependent.class)
                .produceWith(instance -> offer.create(servers.get()));
    }
}
