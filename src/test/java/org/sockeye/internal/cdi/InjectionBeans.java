package org.sockeye.internal.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.Acknowledgement;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Of;
import org.sockeye.cdi.OfSocket;
import org.sockeye.cdi.On;
import org.sockeye.cdi.SocketScoped;

/** Where what is ours is injected, rightly and wrongly. */
final class InjectionBeans {

    private InjectionBeans() {}

    @ApplicationScoped
    static class Anywhere {

        @Inject
        SocketIoServer io;

        @Inject
        @Of("/chat")
        Namespace chat;

        @Inject
        @Of
        Namespace main;

        @Inject
        @Of(value = "/news", server = "admin")
        Namespace news;

        @Inject
        @Of(server = "admin")
        SocketIoServer admin;

        private @Nullable Namespace viaInitializer;
        private @Nullable Namespace viaConstructor;

        Anywhere() {}

        @Inject
        Anywhere(@Of("/constructed") Namespace namespace) {
            viaConstructor = namespace;
        }

        @Inject
        void initialize(@Of("/initialized") Namespace namespace) {
            viaInitializer = namespace;
        }

        List<@Nullable Object> all() {
            return Arrays.asList(io, chat, main, news, admin, viaConstructor, viaInitializer);
        }
    }

    @ApplicationScoped
    static class Observing {

        @Inject
        Recorder recorder;

        void who(@Observes @On("who") SocketEvent event, @OfSocket Principal caller, @Of("/chat") Namespace chat) {
            recorder.saw(String.valueOf(caller));
            recorder.saw(chat);
        }
    }

    @ApplicationScoped
    static class Hearing {

        @Inject
        Recorder recorder;

        void hear(
                @Observes @On("hear") SocketEvent event,
                Socket from,
                Namespace in,
                Handshake of,
                Acknowledgement ack,
                @OfSocket Principal caller) {
            boolean whole = in == from.namespace() && of == from.handshake() && ack == event.acknowledgement();
            recorder.saw(whole ? from.id() + event.socket().id() + caller.getName() : "something else");
        }
    }

    /** Whose sessions are stored away, and not what its observers are given. */
    @SessionScoped
    static class HearingInSession implements Serializable {

        private static final long serialVersionUID = 1L;

        void hear(@Observes @On("hear") SocketEvent event, Socket from, @OfSocket Principal caller) {}
    }

    @ApplicationScoped
    static class Asking {

        @Inject
        Instance<Socket> socket;

        @Inject
        Instance<Acknowledgement> acknowledgement;

        @Inject
        @OfSocket
        Instance<Principal> principal;

        @Inject
        @Any
        Instance<Namespace> namespaces;

        Socket socket() {
            return socket.get();
        }

        Namespace namespace(Of of) {
            return namespaces.select(of).get();
        }

        Acknowledgement acknowledgement() {
            return acknowledgement.get();
        }

        Principal principal() {
            return principal.get();
        }
    }

    @SocketScoped
    static class OfOneSocket {

        @Inject
        Socket socket;

        @Inject
        @OfSocket
        @Nullable
        Principal principal;

        private final Namespace namespace;

        OfOneSocket() {
            throw new IllegalStateException("only for proxies");
        }

        @Inject
        OfOneSocket(Namespace namespace) {
            this.namespace = namespace;
        }

        String what() {
            return socket.id() + (principal == null ? " " : principal.getName()) + (namespace == socket.namespace());
        }
    }

    /** What a producer makes for a socket lives as long as that. */
    static class Label {

        private final String text;

        Label() {
            this("only for proxies");
        }

        Label(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    @ApplicationScoped
    static class Labels {

        @Produces
        @SocketScoped
        Label label(Socket socket) {
            return new Label(socket.id());
        }
    }

    @ApplicationScoped
    static class SocketField {

        @Inject
        Socket wrong;
    }

    @RequestScoped
    static class RequestScopedSocketField {

        @Inject
        Socket wrong;
    }

    @Dependent
    static class DependentSocketField {

        @Inject
        Socket wrong;
    }

    @ApplicationScoped
    static class NamespaceField {

        @Inject
        Namespace wrong;
    }

    @ApplicationScoped
    static class HandshakeInConstructor {

        HandshakeInConstructor() {}

        @Inject
        HandshakeInConstructor(Handshake wrong) {
            wrong.time();
        }
    }

    @ApplicationScoped
    static class PrincipalInInitializer {

        @Inject
        void wrong(@OfSocket Principal wrong) {
            wrong.getName();
        }
    }

    @ApplicationScoped
    static class SocketInProducer {

        @Produces
        @RequestScoped
        Label wrong(Socket wrong) {
            return new Label(wrong.id());
        }
    }

    @SocketScoped
    static class AcknowledgementField {

        @Inject
        Acknowledgement wrong;
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Watched {}

    @Watched
    @Interceptor
    @Priority(1)
    static class WatchingInterceptor {

        @Inject
        Socket wrong;

        @AroundInvoke
        Object watch(InvocationContext call) throws Exception {
            return call.proceed();
        }
    }

    abstract static class Base {

        @Inject
        Socket inherited;
    }

    @SocketScoped
    static class RightHeir extends Base {}

    @ApplicationScoped
    static class WrongHeir extends Base {}
}
