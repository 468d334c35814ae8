package org.sockeye.internal.cdi;

import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import org.sockeye.internal.core.BeanFinder;

/** The beans of one application. */
record ApplicationBeans(BeanManager beans) implements BeanFinder {

    private static final Logger LOG = System.getLogger("org.sockeye.cdi");

    @Override
    public <T> Optional<T> find(Class<T> type) {
        Set<Bean<?>> candidates = beans.getBeans(type);
        try {
            return candidates.isEmpty() ? Optional.empty() : Optional.of(get(type, beans.resolve(candidates)));
        } catch (AmbiguousResolutionException several) {
            LOG.log(Level.WARNING, "No bean of type " + type.getName() + " is used, as there are several", several);
            return Optional.empty();
        }
    }

    private <T> T get(Class<T> type, Bean<?> bean) {
        return type.cast(beans.getReference(bean, type, beans.createCreationalContext(bean)));
    }
}
