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
 * Which namespace or which server is injected: {@code @Inject @Of("/chat") Namespace chat}, {@code @Inject @Of(server = "admin") SocketIoServer io}.
 *
 * <p>Can be injected into any bean or component, such as REST resources, EJBs and timers, and used on any thread. What is injected is the object
 * itself, and no proxy. An unqualified {@link org.sockeye.SocketIoServer} is the only or the default server of the web application; an unqualified
 * {@link org.sockeye.Namespace} is that of the current socket, in observers and {@link SocketScoped} beans only.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Of {

    /** The namespace's name, with or without the slash in front. It exists from then on, as after {@link org.sockeye.SocketIoServer#of(String)}. */
    @Nonbinding
    String value() default "/";

    /** The name of one of several servers of the web application; left out, the only or the default one. Where it is missing, the deployment fails. */
    @Nonbinding
    String server() default "";

    /** The qualifier as a value. */
    final class Literal extends AnnotationLiteral<Of> implements Of {

        private static final long serialVersionUID = 1L;

        private final String value;
        private final String server;

        private Literal(String value, String server) {
            this.value = Objects.requireNonNull(value, "value");
            this.server = Objects.requireNonNull(server, "server");
        }

        /** {@code @Of("namespace")}. */
        public static Literal of(String namespace) {
            return of(namespace, "");
        }

        /** {@code @Of(value = "namespace", server = "server")}. */
        public static Literal of(String namespace, String server) {
            return new Literal(namespace, server);
        }

        @Override
        public String value() {
            return value;
        }

        @Override
        public String server() {
            return server;
        }
    }
}
