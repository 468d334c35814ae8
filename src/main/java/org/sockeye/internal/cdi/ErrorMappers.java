package org.sockeye.internal.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketError;
import org.sockeye.cdi.ErrorMapper;

/** The application's error mapper, if it has one. */
final class ErrorMappers {

    private final BeanManager beans;
    private final @Nullable Bean<?> mapper;

    /**
     * Looks for it.
     *
     * @throws jakarta.enterprise.inject.AmbiguousResolutionException if there are several
     */
    ErrorMappers(BeanManager beans) {
        this.beans = beans;
        this.mapper = beans.resolve(beans.getBeans(ErrorMapper.class));
    }

    /** What the application says; {@code null} if that is nothing. */
    @Nullable
    Object toAnswer(SocketError error) {
        return mapper == null ? null : ask(mapper, error);
    }

    private @Nullable Object ask(Bean<?> asked, SocketError error) {
        CreationalContext<?> creation = beans.createCreationalContext(asked);
        try {
            return ((ErrorMapper) beans.getReference(asked, ErrorMapper.class, creation)).toAnswer(error);
        } finally {
            if (asked.getScope() == Dependent.class) {
                creation.release();
            }
        }
    }
}
