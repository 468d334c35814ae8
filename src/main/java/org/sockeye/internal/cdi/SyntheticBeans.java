package org.sockeye.internal.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.security.Principal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockeye.Acknowledgement;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Of;
import org.sockeye.cdi.OfSocket;

/**
 * The beans that may be injected. None is of a normal scope, so that the object itself is injected and not a proxy: one that is kept
 * still means the same client later. Those of servers are dependent, and their ids let them be injected into passivating scopes.
 */
final class SyntheticBeans {

    private static final Annotation DEFAULT = Default.Literal.INSTANCE;
    private static final Annotation OF = Of.Literal.of("/");

    private final AfterBeanDiscovery event;

    private SyntheticBeans(AfterBeanDiscovery event) {
        this.event = event;
    }

    static void add(AfterBeanDiscovery event, BeanManager manager, Function<String, SocketIoServer> servers) {
        SyntheticBeans beans = new SyntheticBeans(event);
        beans.add(Socket.class, DEFAULT, OfCurrent.class, creation -> Current.socket());
        beans.add(Namespace.class, DEFAULT, OfCurrent.class, creation -> Current.namespace());
        beans.add(Handshake.class, DEFAULT, OfCurrent.class, creation -> Current.handshake());
        beans.add(Acknowledgement.class, DEFAULT, OfCurrent.class, creation -> Current.acknowledgement());
        beans.add(Principal.class, OfSocket.Literal.INSTANCE, OfCurrent.class, creation -> Current.principal());
        beans.add(SocketIoServer.class, DEFAULT, creation -> servers.apply(""));
        beans.add(
                SocketIoServer.class,
                OF,
                creation -> servers.apply(WhoAsks.of(manager, creation).server()));
        beans.add(Namespace.class, OF, creation -> {
            Of of = WhoAsks.of(manager, creation);
            return servers.apply(of.server()).of(of.value());
        });
    }

    private <T> void add(Class<T> type, Annotation qualifier, Function<CreationalContext<T>, @Nullable T> instance) {
        add(type, qualifier, Dependent.class, instance);
    }

    private <T> void add(
            Class<T> type,
            Annotation qualifier,
            Class<? extends Annotation> scope,
            Function<CreationalContext<T>, @Nullable T> instance) {
        event.<T>addBean()
                .id("sockeye:" + qualifier.annotationType().getSimpleName() + ":" + type.getName())
                .types(type, Object.class)
                .qualifiers(qualifier)
                .scope(scope)
                .createWith(instance);
    }
}
