package org.sockeye.arquillian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.cdi.On;

/** The applications of {@link RefusalsIT}: each cannot work, and must not be deployed. */
final class Refused {

    private Refused() {}

    /** Clients know no transactions. */
    @ApplicationScoped
    public static class Phase {

        void commits(@Observes(during = TransactionPhase.AFTER_SUCCESS) @On("x") SocketEvent event) {}
    }

    /** No event has such a name. */
    @ApplicationScoped
    public static class Reserved {

        void never(@Observes @On("disconnect") SocketEvent event) {}
    }

    /** The events are not CDI's own. */
    @ApplicationScoped
    public static class Metadata {

        void describes(@Observes @On("x") SocketEvent event, EventMetadata metadata) {}
    }

    /** A payload is bound to a type that is known. */
    @ApplicationScoped
    public static class Variable {

        <T> void binds(@Observes @On("x") List<T> values) {}
    }

    /** There is no current socket when the bean is made. */
    @ApplicationScoped
    public static class Keeper {

        @Inject
        @Nullable
        Socket kept;
    }

    /** There is nothing wrong with it. */
    @ApplicationScoped
    public static class Fine {

        void hears(@Observes @On("x") SocketEvent event) {}
    }
}
