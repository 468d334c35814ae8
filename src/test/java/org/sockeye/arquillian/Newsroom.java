package org.sockeye.arquillian;

import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.sockeye.Acknowledgement;
import org.sockeye.Namespace;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Of;
import org.sockeye.cdi.On;

/** What {@link EnterpriseIT} asks of the application beside its components. */
@ApplicationScoped
public class Newsroom {

    @Inject
    @Of("/news")
    private Namespace news;

    @Inject
    private SocketIoServer io;

    @Inject
    private NewsDesk desk;

    void tellOfErrors(@Observes @Initialized(ApplicationScoped.class) Object started) {
        io.onError(
                error -> news.emit("failed", error.kind().name(), error.cause().toString()));
    }

    /** What the EJB's container makes of an exception. */
    void reject(@Observes @On(value = "call", namespace = "/news") String why, Acknowledgement ack) {
        try {
            desk.rejected(why);
        } catch (RuntimeException thrown) {
            ack.answer(thrown.getClass().getName());
        }
    }

    @SuppressWarnings("BanJNDI") // no client has a say in the name
    void threads(@Observes @On(value = "thread", namespace = "/news") SocketEvent event) throws NamingException {
        event.answer(
                Thread.currentThread() instanceof ManageableThread, InitialContext.doLookup("java:module/ModuleName"));
    }
}
