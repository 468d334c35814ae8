package org.sockeye.internal.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.core.ServerDirectory;

/**
 * Learns at deployment what the application observes, and tells its servers, which call the observers; makes the beans that observers
 * are given. Servers and extension meet in the {@link ServerDirectory}, whichever the container creates first.
 */
public class SockeyeExtension implements Extension {

    private final ClassLoader application = applicationLoader();
    private final List<Observer> observers = new CopyOnWriteArrayList<>();
    /** Each with its name and why. */
    private final List<String> refusedObservers = new CopyOnWriteArrayList<>();

    private final InjectionPoints injectionPoints = new InjectionPoints();
    private final Validations validations = new Validations();
    private final SocketContext socketContext = new SocketContext();

    /** Comes last, so that what other extensions made of an observer is what is called. */
    void collect(@Observes @Priority(Integer.MAX_VALUE) ProcessObserverMethod<?, ?> event, BeanManager beans) {
        String name = nameOf(event.getObserverMethod(), event.getAnnotatedMethod());
        try {
            Observation.of(event.getObserverMethod().getObservedQualifiers())
                    .ifPresent(observation ->
                            add(observation, event.getObserverMethod(), event.getAnnotatedMethod(), name, beans));
        } catch (DefinitionException refused) {
            refusedObservers.add(name + ": " + refused.getMessage());
        }
    }

    /** Stops the deployment by what it throws, with all that is wrong; added to the event, OpenWebBeans would keep it for the log. */
    private void requireAllowed() {
        if (!refusedObservers.isEmpty()) {
            throw new DefinitionException(String.join("; ", refusedObservers));
        }
    }

    private void add(
            Observation observation,
            ObserverMethod<?> method,
            @Nullable AnnotatedMethod<?> annotated,
            String name,
            BeanManager beans) {
        ObserverRules.check(observation, method, annotated);
        if (annotated != null) {
            ParameterAdvice.give(name, annotated, beans);
        }
        Observer observer = new Observer(observation, method, name, beans, Access.of(annotated, method.getBeanClass()));
        observers.add(observer);
        if (annotated != null && observation.kind() == Observation.Kind.RECEIVED) {
            validations.add(observer, annotated);
        }
    }

    /** The method as a programmer would look for it; a synthetic observer has none. */
    private static String nameOf(ObserverMethod<?> observer, @Nullable AnnotatedMethod<?> annotated) {
        if (annotated == null) {
            return observer.toString();
        }
        Method method = annotated.getJavaMember();
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(
                        ", ", method.getDeclaringClass().getName() + "." + method.getName() + "(", ")"));
    }

    void addBeans(@Observes AfterBeanDiscovery event, BeanManager beans) {
        requireAllowed();
        event.addContext(socketContext);
        event.addContext(new CurrentContext());
        OfferedBeans.add(event, () -> ServerDirectory.of(application));
        SyntheticBeans.add(event, beans, name -> ServerDirectory.of(application).server(name));
    }

    void managed(@Observes ProcessManagedBean<?> event, BeanManager beans) {
        validations.add(event.getAnnotatedBeanClass(), beans);
    }

    void injected(@Observes ProcessInjectionPoint<?, ?> event) {
        injectionPoints.add(event.getInjectionPoint());
    }

    void deployed(@Observes AfterDeploymentValidation event, BeanManager beans) {
        requireAllowed(); // those that other extensions made come after the beans were discovered
        ServerDirectory directory = ServerDirectory.of(application);
        SettingBeans settings = new SettingBeans(beans);
        settings.tellServers(directory::require);
        directory.settings(settings);
        observers.forEach(observer -> observer.requireServer(directory));
        injectionPoints.check(beans);
        injectionPoints.tellServers(directory::require);
        directory.beans(new ApplicationBeans(beans));
        validations.begin(beans, application);
        directory.events(new BeanEvents(
                new Observers(observers), new RequestContexts(beans), socketContext, new ErrorMappers(beans)));
    }

    /** Stops the servers while beans still work; some containers destroy servlets and listeners only afterwards. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        ServerDirectory.forget(application);
        socketContext.endAll();
        validations.end();
    }

    /**
     * The class loader by which the web layer knows this application.
     *
     * <p>With our jar in {@code WEB-INF/lib} it is our own, whatever the context class loader is while a container deploys. A jar
     * that several applications share sees them as children of its own class loader.
     */
    private static ClassLoader applicationLoader() {
        ClassLoader own = SockeyeExtension.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        for (ClassLoader loader = context; loader != null; loader = loader.getParent()) {
            if (loader == own) {
                return context;
            }
        }
        return own;
    }
}
