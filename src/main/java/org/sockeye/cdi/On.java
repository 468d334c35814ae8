package org.sockeye.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;

/**
 * Observes the events that clients send under a name: {@code void said(@Observes @On("chat message") ChatMessage message)}.
 *
 * <p>The first argument arrives as the type of the observed parameter, bound once for all observers of equal types, so let it be
 * immutable; a {@link org.sockeye.SocketEvent} receives the event whatever its arguments. An argument that does not fit the type, is
 * {@code null}, or is missing leaves this observer out; observe an {@link java.util.Optional} to be called without a value. Error listeners are told
 * ({@link org.sockeye.SocketIoServer#onError}); if there are none, it is logged, the first time as a warning. If the client asked for an
 * acknowledgement, nobody answered it, and an observer threw or the event fitted no observer and no listener, {@link ErrorMapper} says what it is answered.
 *
 * <p>Further parameters of the observer may be the current {@link org.sockeye.Socket}, {@link org.sockeye.Acknowledgement},
 * {@link org.sockeye.Namespace} and {@link org.sockeye.Handshake}, the objects themselves, who its caller is ({@link OfSocket}), and any bean.
 *
 * <p>Called on the server's dispatch, by priority and before the socket's listeners, the events of one client one after the
 * other in the order sent; with {@code @ObservesAsync} on the server's executor, in no order, each with a request context of its own. What an observer
 * throws is told to the error listeners, or logged, and disturbs neither the socket nor other observers.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface On {

    /** The event's name, which must not be reserved, such as {@code disconnect}. Left out, events of any name are observed. */
    String value() default "";

    /**
     * Of which namespaces: one, by its name; if this begins with {@code ^}, a regular expression, those in whose names it finds something, and clients may
     * create them ({@link org.sockeye.SocketIoServer#of(java.util.regex.Pattern)}); or {@code *}, all that there are. One that is named exists
     * from the start.
     */
    @Nonbinding
    String namespace() default "/";

    /**
     * Of which server of the web application: its name; {@code *}, all of them; or left out, the only one or the default one. Where there is neither, the
     * deployment fails.
     */
    @Nonbinding
    String server() default "";

    /** The qualifier as a value. */
    final class Literal extends AnnotationLiteral<On> implements On {

        private static final long serialVersionUID = 1L;

        private final String value;
        private final String namespace;
        private final String server;

        private Literal(String value, String namespace, String server) {
            this.value = Objects.requireNonNull(value, "value");
            this.namespace = Objects.requireNonNull(namespace, "namespace");
            this.server = Objects.requireNonNull(server, "server");
        }

        /** {@code @On("name")}. */
        public static Literal of(String name) {
            return of(name, "/", "");
        }

        /** {@code @On(value = "name", namespace = "namespace", server = "server")}. */
        public static Literal of(String name, String namespace, String server) {
            return new Literal(name, namespace, server);
        }

        @Override
        public String value() {
            return value;
        }

        @Override
        public String namespace() {
            return namespace;
        }

        @Override
        public String server() {
            return server;
        }
    }
}
