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
 * The beans that may be injected. All are dependent, so that the object itself is injected and not a proxy: one that is kept
 * still means the same client later. Their ids let them be injected into passivating scopes.
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
        beans.add(Socket.class, DEFAULT, creation -> Current.socket());
        beans.add(Namespace.class, DEFAULT, creation -> Current.namespace());
        beans.add(Handshake.class, DEFAULT, creation -> Current.handshake());
        beans.add(Acknowledgement.class, DEFAULT, creation -> Current.acknowledgement());
        beans.add(Principal.class, OfSocket.Literal.INSTANCE, creation -> Current.principal());
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
        event.<T>addBean()
                .id("sockeye:" + qualifier.annotationType().getSimpleName() + ":" + type.getName())
                .types(type, Object.class)
                .qualifiers(qualifier)
                .scope(Dependent.class)
                .createWith(instance);
    }
}
