package org.sockeye.internal.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.core.PayloadConstraints;
import org.sockeye.internal.core.UsableServices;

/**
 * Whose payloads are to be validated, and by whom; found out at deployment.
 *
 * <p>A container that validates methods binds an interceptor to those that have constraints, by an annotation that its extension adds. It sees an
 * observer if that can be intercepted and has such an annotation. Whose interceptor it is says the package of its class.
 */
final class Validations {

    private static final Logger LOG = System.getLogger("org.sockeye.cdi");
    private static final List<String> PROVIDERS = List.of("org.hibernate.validator.", "org.apache.bval.");

    private record Candidate(Observer observer, AnnotatedMethod<?> method) {

        int parameter() {
            for (AnnotatedParameter<?> parameter : method.getParameters()) {
                if (parameter.isAnnotationPresent(Observes.class)
                        || parameter.isAnnotationPresent(ObservesAsync.class)) {
                    return parameter.getPosition();
                }
            }
            throw new IllegalArgumentException(method + " observes nothing");
        }
    }

    private final List<Candidate> candidates = new CopyOnWriteArrayList<>();
    /** Interceptor bindings of bean classes; those of BVal are on no method, and not on the type that a method says it is of. */
    private final ConcurrentMap<Class<?>, Set<Annotation>> bindings = new ConcurrentHashMap<>();

    private volatile @Nullable PayloadConstraints constraints; // set once, at deployment

    /** An observer of clients' events. */
    void add(Observer observer, AnnotatedMethod<?> method) {
        candidates.add(new Candidate(observer, method));
    }

    /** A bean class, as extensions have changed it. */
    void add(AnnotatedType<?> type, BeanManager beans) {
        Set<Annotation> found = type.getAnnotations().stream()
                .filter(annotation -> beans.isInterceptorBinding(annotation.annotationType()))
                .collect(Collectors.toSet());
        if (!found.isEmpty()) {
            bindings.put(type.getJavaClass(), found);
        }
    }

    /** Tells the observers how they are validated. */
    void begin(BeanManager beans, ClassLoader application) {
        List<PayloadConstraints> usable = UsableServices.of(PayloadConstraints.class, application, Level.DEBUG);
        if (usable.isEmpty()) {
            return;
        }
        PayloadConstraints found = usable.get(0);
        List<Candidate> concerned = candidates.stream()
                .filter(candidate -> found.concern(candidate.method().getJavaMember(), candidate.parameter()))
                .toList();
        if (concerned.isEmpty()) {
            return;
        }
        if (found.begin(type -> bean(beans, type))) {
            constraints = found;
            concerned.forEach(candidate -> candidate.observer().validateBy(validation(candidate, found, beans)));
        } else {
            LOG.log(
                    Level.WARNING,
                    "Payloads are not validated: the application has no provider of Jakarta Validation, and"
                            + " constraints are ignored; the first are those of "
                            + concerned.get(0).observer().name());
        }
    }

    void end() {
        PayloadConstraints begun = constraints;
        if (begun != null) {
            begun.end();
        }
    }

    private static @Nullable Object bean(BeanManager beans, Class<?> type) {
        try {
            Bean<?> bean = beans.resolve(beans.getBeans(type));
            return bean == null ? null : beans.getReference(bean, type, beans.createCreationalContext(bean));
        } catch (RuntimeException unusable) {
            LOG.log(Level.DEBUG, "the container's bean of " + type + " cannot be used", unusable);
            return null;
        }
    }

    private Validation validation(Candidate candidate, PayloadConstraints constraints, BeanManager beans) {
        return new Validation(
                constraints,
                candidate.method().getJavaMember(),
                candidate.parameter(),
                beans,
                candidate.observer().bean(),
                isContainers(candidate, beans));
    }

    private boolean isContainers(Candidate candidate, BeanManager beans) {
        int modifiers = candidate.method().getJavaMember().getModifiers();
        boolean canBeIntercepted = !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers);
        return canBeIntercepted
                && Stream.concat(
                                candidate.method().getAnnotations().stream(),
                                bindings
                                        .getOrDefault(
                                                candidate.observer().bean().getBeanClass(), Set.of())
                                        .stream())
                        .filter(annotation -> beans.isInterceptorBinding(annotation.annotationType()))
                        .anyMatch(binding -> isOfProvider(binding, beans));
    }

    private static boolean isOfProvider(Annotation binding, BeanManager beans) {
        return beans.resolveInterceptors(InterceptionType.AROUND_INVOKE, binding).stream()
                .map(interceptor -> interceptor.getBeanClass().getName())
                .anyMatch(name -> PROVIDERS.stream().anyMatch(name::startsWith));
    }
}
