package org.sockeye.internal.cdi;

import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.cdi.Observation.Kind;
import org.sockeye.internal.core.ReservedNames;

/** What an observer cannot be. */
final class ObserverRules {

    private static final List<Class<?>> NOT_FOR_PARAMETERS = List.of(EventMetadata.class, InjectionPoint.class);

    private final Observation observation;
    private final ObserverMethod<?> method;

    private ObserverRules(Observation observation, ObserverMethod<?> method) {
        this.observation = observation;
        this.method = method;
    }

    /**
     * Checks an observer.
     *
     * @param annotated as it is written; {@code null} for one that is synthetic
     * @throws DefinitionException if it breaks a rule; the message is to stand behind its name
     */
    static void check(Observation observation, ObserverMethod<?> method, @Nullable AnnotatedMethod<?> annotated) {
        ObserverRules rules = new ObserverRules(observation, method);
        rules.checkWhen();
        rules.checkEvent();
        rules.checkType();
        if (annotated != null) {
            annotated.getParameters().forEach(ObserverRules::check);
        }
    }

    private void checkWhen() {
        refuseIf(
                method.isAsync() && observation.kind() == Kind.CONNECTING,
                "it would decide too late, as it is called by @ObservesAsync");
        refuseIf(
                method.getTransactionPhase() != TransactionPhase.IN_PROGRESS,
                "it observes " + method.getTransactionPhase()
                        + ", but what a client sends belongs to no transaction; leave out \"during\"");
    }

    private void checkEvent() {
        refuseIf(
                ReservedNames.contain(observation.event()),
                "it would never be called, as \"" + observation.event() + "\" is a reserved event name");
    }

    private void checkType() {
        Type type = method.getObservedType();
        refuseIf(
                isOpen(type),
                "what it observes has a type variable, " + type.getTypeName()
                        + ", and a payload is bound to a type that is known");
        refuseIf(
                !observation.suits(type),
                "it would never be called, as what it observes is a "
                        + observation.payload().getName());
    }

    private static void check(AnnotatedParameter<?> parameter) {
        NOT_FOR_PARAMETERS.forEach(
                type -> refuseIf(
                        parameter.getBaseType() == type,
                        "it has a parameter of type " + type.getSimpleName()
                                + ", which CDI has for events that it fires itself; observe a SocketEvent to know of the event"));
    }

    private static boolean isOpen(Type type) {
        if (type instanceof ParameterizedType generic) {
            return anyOpen(generic.getActualTypeArguments());
        }
        if (type instanceof WildcardType wildcard) {
            return anyOpen(wildcard.getUpperBounds()) || anyOpen(wildcard.getLowerBounds());
        }
        return type instanceof TypeVariable
                || (type instanceof GenericArrayType array && isOpen(array.getGenericComponentType()));
    }

    private static boolean anyOpen(Type... types) {
        return Stream.of(types).anyMatch(ObserverRules::isOpen);
    }

    private static void refuseIf(boolean isBroken, String message) {
        if (isBroken) {
            throw new DefinitionException(message);
        }
    }
}
