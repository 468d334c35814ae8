package org.sockeye.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Observes each socket that is gone: {@code void left(@Observes @Disconnected Disconnection gone)}.
 *
 * <p>Called once for each socket that was connected, on the server's dispatch, after every event of it that was delivered; it has left its rooms.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Disconnected {

    /** The qualifier as a value. */
    final class Literal extends AnnotationLiteral<Disconnected> implements Disconnected {

        private static final long serialVersionUID = 1L;

        /** The only value, since the qualifier has no members. */
        public static final Literal INSTANCE = new Literal();

        private Literal() {}
    }
}
