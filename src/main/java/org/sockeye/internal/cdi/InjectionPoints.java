package org.sockeye.internal.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockeye.Acknowledgement;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Of;
import org.sockeye.cdi.OfSocket;
import org.sockeye.cdi.SocketScoped;

/**
 * Where the application has injected what is ours. What belongs to a socket can be injected where there is a current one when the container injects: into
 * parameters of observers, and into beans that live as long as a socket.
 *
 * <p>Beans know their injection points; those that the container announced and no bean knows are of interceptors, servlets and their like.
 */
final class InjectionPoints {

    private static final Set<Class<?>> OF_A_SOCKET = Set.of(Socket.class, Namespace.class, Handshake.class);
    private static final Set<Class<?>> OF_A_SERVER = Set.of(SocketIoServer.class, Namespace.class);
    private static final Set<Class<?>> OF_AN_EVENT = Set.of(Acknowledgement.class);

    private final List<InjectionPoint> announced = new CopyOnWriteArrayList<>();

    void add(InjectionPoint point) {
        announced.add(point);
    }

    /**
     * Checks all.
     *
     * @throws DeploymentException if there are some that never could be injected; it names them
     */
    void check(BeanManager beans) {
        List<Bean<?>> all = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Bean<?>>map(bean -> bean)
                .toList();
        Set<Member> known = all.stream()
                .flatMap(bean -> bean.getInjectionPoints().stream())
                .map(InjectionPoint::getMember)
                .collect(Collectors.toSet());
        Stream<String> inBeans = all.stream().flatMap(bean -> bean.getInjectionPoints().stream()
                .filter(point -> isMisplaced(point, bean.getScope()))
                .map(InjectionPoints::misplaced));
        Stream<String> elsewhere = announced.stream()
                .filter(point -> !known.contains(point.getMember()))
                .filter(point -> isMisplaced(point, Annotation.class))
                .map(InjectionPoints::misplaced);
        String problems = Stream.concat(inBeans, elsewhere).distinct().collect(Collectors.joining("; "));
        if (!problems.isEmpty()) {
            throw new DeploymentException(problems);
        }
    }

    /** Tells, for each injection point that cannot be without a server, the server's name and what the injection point is, in words. */
    void tellServers(BiConsumer<String, String> wish) {
        for (InjectionPoint point : announced) {
            if (point.getType() == SocketIoServer.class && isUnqualified(point)) {
                wish.accept("", describe(point));
            }
            if (OF_A_SERVER.contains(point.getType())) {
                point.getQualifiers().stream()
                        .filter(Of.class::isInstance)
                        .forEach(of -> wish.accept(((Of) of).server(), describe(point)));
            }
        }
    }

    private static boolean isMisplaced(InjectionPoint point, Class<? extends Annotation> scope) {
        return !isOfObserver(point) && (isOfAnEvent(point) || (scope != SocketScoped.class && isOfASocket(point)));
    }

    private static boolean isOfAnEvent(InjectionPoint point) {
        return OF_AN_EVENT.contains(point.getType()) && isUnqualified(point);
    }

    private static boolean isOfASocket(InjectionPoint point) {
        return (OF_A_SOCKET.contains(point.getType()) && isUnqualified(point))
                || (point.getType() == Principal.class && point.getQualifiers().contains(OfSocket.Literal.INSTANCE));
    }

    private static boolean isUnqualified(InjectionPoint point) {
        return Set.of(Default.Literal.INSTANCE, Any.Literal.INSTANCE).containsAll(point.getQualifiers());
    }

    private static boolean isOfObserver(InjectionPoint point) {
        return point.getAnnotated() instanceof AnnotatedParameter<?> parameter
                && parameter.getDeclaringCallable().getParameters().stream()
                        .anyMatch(other -> other.isAnnotationPresent(Observes.class)
                                || other.isAnnotationPresent(ObservesAsync.class));
    }

    private static String misplaced(InjectionPoint point) {
        String what = ((Class<?>) point.getType()).getSimpleName();
        return isOfAnEvent(point)
                ? describe(point) + ": an " + what
                        + " belongs to one event, and can be injected only into parameters of observers"
                : describe(point) + ": there is no current " + what + " when this is injected; it can be injected into "
                        + "parameters of observers and into @SocketScoped beans"
                        + (point.getType() == Namespace.class ? ", and a certain one anywhere by @Of" : "");
    }

    /** As a programmer would look for it. */
    private static String describe(InjectionPoint point) {
        Member member = point.getMember();
        String where = member.getDeclaringClass().getName();
        if (!(member instanceof Executable callable)) {
            return "Field " + where + "." + member.getName();
        }
        String parameters = Arrays.stream(callable.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
        boolean isConstructor = callable.getName().equals(where);
        return "Parameter of " + where + (isConstructor ? "" : "." + callable.getName()) + parameters;
    }
}
