package org.sockeye.internal.cdi;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Connecting;
import org.sockeye.cdi.ConnectionRequest;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.On;

/** Observers that are not for everybody. */
final class AccessBeans {

    private AccessBeans() {}

    @ApplicationScoped
    static class Methods {

        @Inject
        Recorder recorder;

        @RolesAllowed({"admin", "moderator"})
        void kick(@Observes @On("kick") Integer whom) {
            recorder.saw("kick");
        }

        @RolesAllowed("admin")
        void kickAsync(@ObservesAsync @On("kick") SocketEvent event) {
            recorder.saw("kick later");
        }

        void everybody(@Observes @On("kick") SocketEvent event) {
            recorder.saw("told");
        }

        @DenyAll
        void never(@Observes @On("never") SocketEvent event) {
            recorder.saw("never");
        }

        @RolesAllowed({})
        void nobody(@Observes @On("nobody") SocketEvent event) {
            recorder.saw("nobody");
        }

        @PermitAll
        void always(@Observes @On("always") SocketEvent event) {
            recorder.saw("always");
        }
    }

    @ApplicationScoped
    static class Connections {

        @Inject
        Recorder recorder;

        @RolesAllowed("admin")
        void connecting(@Observes @Connecting ConnectionRequest request) {
            recorder.saw("connecting");
        }

        @RolesAllowed("admin")
        void connected(@Observes @Connected Socket socket) {
            recorder.saw("connected");
        }

        @RolesAllowed("admin")
        void connectedLater(@ObservesAsync @Connected Socket socket) {
            recorder.saw("connected later");
        }

        @DenyAll
        void disconnected(@Observes @Disconnected Disconnection gone) {
            recorder.saw("disconnected");
        }
    }

    @RolesAllowed("member")
    static class Base {

        @Inject
        Recorder recorder;

        void inherited(@Observes @On("inherited") SocketEvent event) {
            recorder.saw("inherited");
        }

        @PermitAll
        void open(@Observes @On("open") SocketEvent event) {
            recorder.saw("open");
        }
    }

    @DenyAll
    @ApplicationScoped
    static class Derived extends Base {

        void own(@Observes @On("own") SocketEvent event) {
            recorder.saw("own");
        }

        @RolesAllowed("admin")
        void itself(@Observes @On("itself") SocketEvent event) {
            recorder.saw("itself");
        }
    }

    static class Unmarked {

        @Inject
        Recorder recorder;

        void inherited(@Observes @On("inherited") SocketEvent event) {
            recorder.saw("inherited");
        }
    }

    @RolesAllowed("admin")
    @ApplicationScoped
    static class Guarded extends Unmarked {}

    @ApplicationScoped
    static class Contradicting {

        @PermitAll
        @DenyAll
        void both(@Observes @On("both") SocketEvent event) {}
    }
}
