package org.sockeye.arquillian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.sockeye.Namespace;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoConfig;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Of;
import org.sockeye.cdi.On;

/** An application of two servers. */
@ApplicationScoped
public class Servers {

    @Inject
    SocketIoServer standard;

    @Inject
    @Of(server = "admin")
    SocketIoServer admin;

    @Inject
    @Of(value = "/news", server = "admin")
    Namespace news;

    @Produces
    SocketIoConfig forEveryServer() {
        return SocketIoConfig.builder().set("pingInterval", "PT8S").build();
    }

    @Produces
    @Of(server = "admin")
    SocketIoConfig forAdmin() {
        return SocketIoConfig.builder().set("ackTimeout", "PT7S").build();
    }

    void asked(@Observes @On("which") SocketEvent event) {
        event.answer("default", standard.name());
    }

    void askedAdmin(@Observes @On(value = "which", server = "admin") SocketEvent event) {
        event.answer("admin", admin.name());
    }

    void askedForTimeout(@Observes @On(value = "upgrade timeout", server = "admin") SocketEvent event) {
        event.answer(admin.config().upgradeTimeout().toString());
    }

    void askedAny(@Observes @On(value = "injected", server = "*") SocketEvent event) {
        event.answer(
                event.socket().namespace().server() == standard,
                news.server() == admin,
                standard.config().pingInterval().toString(),
                admin.config().pingInterval().toString(),
                admin.config().ackTimeout().toString());
    }
}
