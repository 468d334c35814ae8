package org.sockeye.internal.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import org.sockeye.cdi.On;

/** Another extension, that adds an observer which no method stands for. */
public class AddingExtension implements Extension {

    void add(@Observes AfterBeanDiscovery event, BeanManager beans) {
        event.<Integer>addObserverMethod()
                .observedType(Integer.class)
                .qualifiers(On.Literal.of("added"))
                .priority(3000)
                .notifyWith(happened ->
                        beans.createInstance().select(Recorder.class).get().saw(happened.getEvent()));
    }
}
