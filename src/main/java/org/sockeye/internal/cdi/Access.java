package org.sockeye.internal.cdi;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.Handshake;

/**
 * For whom an observer is called: what {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} say of the method, or else of the class that declares it, or
 * else of the bean that inherits it. What says nothing is for everybody.
 *
 * @param roles one of which the caller must be in; empty for nobody
 */
record Access(boolean isForEverybody, Set<String> roles) {

    static final Access EVERYBODY = new Access(true, Set.of());

    private static final Access NOBODY = new Access(false, Set.of());

    /**
     * Reads it.
     *
     * @param annotated {@code null} of an observer that has no method
     * @throws DefinitionException if two contradict each other in one place
     */
    static Access of(@Nullable AnnotatedMethod<?> annotated, Class<?> bean) {
        if (annotated == null) {
            return EVERYBODY;
        }
        Class<?> declaring = annotated.getJavaMember().getDeclaringClass();
        Annotated asDeployed = annotated.getDeclaringType();
        boolean isItsOwn = annotated.getDeclaringType().getJavaClass() == declaring;
        return said(in(annotated))
                .or(() -> said(isItsOwn ? in(asDeployed) : in(declaring)))
                .or(() -> said(isItsOwn ? in(bean) : in(asDeployed)))
                .orElse(EVERYBODY);
    }

    private static Function<Class<? extends Annotation>, @Nullable Annotation> in(Annotated place) {
        return place::getAnnotation;
    }

    private static Function<Class<? extends Annotation>, @Nullable Annotation> in(AnnotatedElement place) {
        return place::getAnnotation;
    }

    private static Optional<Access> said(Function<Class<? extends Annotation>, @Nullable Annotation> place) {
        Annotation[] found = Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
                .map(place)
                .filter(Objects::nonNull)
                .toArray(Annotation[]::new);
        if (found.length > 1) {
            throw new DefinitionException("it is both @"
                    + found[0].annotationType().getSimpleName() + " and @"
                    + found[1].annotationType().getSimpleName());
        }
        return found.length == 0 ? Optional.empty() : Optional.of(of(found[0]));
    }

    private static Access of(Annotation said) {
        if (said instanceof RolesAllowed some) {
            return new Access(false, Arrays.stream(some.value()).collect(Collectors.toUnmodifiableSet()));
        }
        return said instanceof PermitAll ? EVERYBODY : NOBODY;
    }

    /** Whether it may be called for what this client does. A loop, as it runs for every event. */
    boolean permits(Handshake handshake) {
        if (isForEverybody) {
            return true;
        }
        for (String role : roles) {
            if (handshake.isUserInRole(role)) {
                return true;
            }
        }
        return false;
    }
}
