package org.sockeye.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What belongs to the current socket, where the container has a bean of the same type: {@code @OfSocket Principal} is who the caller was at the handshake,
 * {@code null} when nobody was logged in.
 *
 * <p>For parameters of observers, and for injection into {@link SocketScoped} beans; elsewhere the deployment fails.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface OfSocket {

    /** The qualifier as a value. */
    final class Literal extends AnnotationLiteral<OfSocket> implements OfSocket {

        private static final long serialVersionUID = 1L;

        /** {@code @OfSocket}. */
        public static final Literal INSTANCE = new Literal();

        private Literal() {}
    }
}
