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
 * Observes each socket once it is connected: {@code void joined(@Observes @Connected Socket socket)}.
 *
 * <p>Called on the server's dispatch before any event of this socket, and before its connection listeners.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Connected {

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
    final class Literal extends AnnotationLiteral<Connected> implements Connected {

        private static final long serialVersionUID = 1L;

        /** Of the main namespace of the only or the default server. */
        public static final Literal INSTANCE = of("/", "");

        private final String namespace;
        private final String server;

        private Literal(String namespace, String server) {
            this.namespace = Objects.requireNonNull(namespace, "namespace");
            this.server = Objects.requireNonNull(server, "server");
        }

        /** {@code @Connected(namespace = "namespace", server = "server")}. */
        public static Literal of(String namespace, String server) {
            return new Literal(namespace, server);
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
