package org.sockeye.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

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

    /** The qualifier as a value. */
    final class Literal extends AnnotationLiteral<Connected> implements Connected {

        private static final long serialVersionUID = 1L;

        /** The only value, since the qualifier has no members. */
        public static final Literal INSTANCE = new Literal();

        private Literal() {}
    }
}
