package org.sockeye.internal.cdi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.cdi.On;

/**
 * One call of one observer, as CDI describes it. The qualifiers are made when they are asked for, which is seldom.
 *
 * @param event the name of a client's event; {@code null} if it is none
 */
record Notification(Object payload, Type type, Observation observation, @Nullable String event)
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
        Annotation qualifier = event == null
                ? observation.qualifier()
                : On.Literal.of(
                        event,
                        observation.place().namespace(),
                        observation.place().server());
        return Set.of(qualifier, Any.Literal.INSTANCE);
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
