package org.sockeye.internal.cdi;

import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * The context of what is {@link Current}. It keeps nothing: whoever asks is given the object itself, as of a dependent bean.
 *
 * <p>But what an {@code Instance} has answered of a dependent bean, Weld keeps for as long as it keeps the {@code Instance}; in a bean that lives as long
 * as the application that would be all sockets that there ever were. OpenWebBeans does so whatever the scope.
 */
final class CurrentContext implements Context {

    @Override
    public Class<? extends Annotation> getScope() {
        return OfCurrent.class;
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public <T> @Nullable T get(Contextual<T> bean, @Nullable CreationalContext<T> creation) {
        return creation == null ? null : bean.create(creation);
    }

    @Override
    public <T> @Nullable T get(Contextual<T> bean) {
        return null;
    }
}
