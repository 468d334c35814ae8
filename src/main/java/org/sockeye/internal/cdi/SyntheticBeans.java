package org.sockeye.internal.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import java.util.function.Supplier;
import org.sockeye.Acknowledgement;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;

/**
 * The beans that may be injected. All are dependent, so that the object itself is injected and not a proxy: one that is kept
 * still means the same client later. Their ids let them be injected into passivating scopes.
 */
final class SyntheticBeans {

    private SyntheticBeans() {}

    static void add(AfterBeanDiscovery event, Supplier<SocketIoServer> server) {
        add(event, SocketIoServer.class, server);
        add(event, Socket.class, Current::socket);
        add(event, Namespace.class, Current::namespace);
        add(event, Handshake.class, Current::handshake);
        add(event, Acknowledgement.class, Current::acknowledgement);
    }

    private static <T> void add(AfterBeanDiscovery event, Class<T> type, Supplier<T> instance) {
        event.<T>addBean()
                .id("sockeye:" + type.getName())
                .types(type, Object.class)
                .scope(Dependent.class)
                .produceWith(beans -> instance.get());
    }
}
