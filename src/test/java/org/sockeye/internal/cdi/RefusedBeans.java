package org.sockeye.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Connecting;
import org.sockeye.cdi.ConnectionRequest;
import org.sockeye.cdi.On;

/** Observers that are refused when the application is deployed, and some that are warned of. */
final class RefusedBeans {

    private RefusedBeans() {}

    @ApplicationScoped
    static class WrongType {

        void observe(@Observes @Connected String socket) {}
    }

    @ApplicationScoped
    static class TwoQualifiers {

        void observe(@Observes @Connected @On("x") Object event) {}
    }

    @ApplicationScoped
    static class DecidesLater {

        void observe(@ObservesAsync @Connecting ConnectionRequest request) {}
    }

    @ApplicationScoped
    static class Reserved {

        void observe(@Observes @On("disconnect") SocketEvent event) {}
    }

    @ApplicationScoped
    static class AfterTransaction {

        void observe(@Observes(during = TransactionPhase.AFTER_SUCCESS) @On("x") SocketEvent event) {}
    }

    @ApplicationScoped
    static class WithMetadata {

        void observe(@Observes @On("x") SocketEvent event, EventMetadata metadata) {}
    }

    @Dependent
    static class WithInjectionPoint {

        void observe(@Observes @On("x") SocketEvent event, InjectionPoint point) {}
    }

    @ApplicationScoped
    static class WithVariable {

        <T> void observe(@Observes @On("x") T value) {}
    }

    @ApplicationScoped
    static class WithVariableInside {

        <T> void observe(@Observes @On("x") List<? extends T[]> values) {}
    }

    @ApplicationScoped
    static class BrokenPattern {

        void observe(@Observes @Connected(namespace = "^/(") Socket socket) {}
    }

    @ApplicationScoped
    static class WantsPrincipal {

        void observe(@Observes @On("x") SocketEvent event, Principal caller) {}
    }

    @ApplicationScoped
    static class WantsRequest {

        void observe(@Observes @On("x") SocketEvent event, HttpServletRequest request) {}
    }

    @ApplicationScoped
    static class WantsSession {

        void observe(@Observes @On("x") SocketEvent event, HttpSession session) {}
    }
}
