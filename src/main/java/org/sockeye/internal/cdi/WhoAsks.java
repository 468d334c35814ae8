package org.sockeye.internal.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.cdi.Of;

/**
 * The injection point that a synthetic bean has for itself, to be told what is asking for the bean: the metadata of the injection point that the bean is
 * made for. OpenWebBeans answers that neither to a look-up nor to a reference.
 */
final class WhoAsks implements InjectionPoint {

    private static final InjectionPoint INSTANCE = new WhoAsks();

    private WhoAsks() {}

    /**
     * What the injection point says that a bean is being made for; its members are for us alone.
     *
     * @throws IllegalStateException if the container does not tell
     */
    static Of of(BeanManager beans, CreationalContext<?> creation) {
        Object asking = beans.getInjectableReference(INSTANCE, creation);
        if (asking instanceof InjectionPoint point) {
            for (Annotation qualifier : point.getQualifiers()) {
                if (qualifier instanceof Of of) {
                    return of;
                }
            }
        }
        throw new IllegalStateException(
                "The container does not tell what is looked up by @Of; inject it, or ask SocketIoServer.of(...)");
    }

    @Override
    public Type getType() {
        return InjectionPoint.class;
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return Set.of(Default.Literal.INSTANCE);
    }

    @Override
    public @Nullable Bean<?> getBean() {
        return null;
    }

    @Override
    public @Nullable Member getMember() {
        return null;
    }

    @Override
    public @Nullable Annotated getAnnotated() {
        return null;
    }

    @Override
    public boolean isDelegate() {
        return false;
    }

    @Override
    public boolean isTransient() {
        return false;
    }
}
