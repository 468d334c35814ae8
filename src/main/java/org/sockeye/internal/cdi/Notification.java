package org.sockeye.internal.cdi;

import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call of one observer, as CDI describes it. */
record Notification(Object payload, Type type, Set<Annotation> qualifiers)
        implements EventContext<Object>, EventMetadata {

    @Override
    public Object getEvent() {
        return payload;
    }

    @Override
    public EventMetadata getMetadata() {
        return this;
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return qualifiers;
    }

    @Override
    public Type getType() {
        return type;
    }

    @Override
    public @Nullable InjectionPoint getInjectionPoint() {
        return null;
    }
}
