package org.sockeye.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Qualifier
@Documented
@Retention(value = RetentionPolicy.RUNTIME)
@Target(value = {ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Disconnecting {
    @Nonbinding String namespace() default "/";
    @Nonbinding String server() default "";
    public static final class Literal extends AnnotationLiteral<Disconnecting> implements Disconnecting {
        public static final Disconnecting.Literal INSTANCE = null;
        private Literal() { super(); }
        public String namespace() { throw null; }
        public static Disconnecting.Literal of(String namespace, String server) { throw null; }
        public String server() { throw null; }
    }
}
