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
public @interface Of {
    @Nonbinding String server() default "";
    @Nonbinding String value() default "/";
    public static final class Literal extends AnnotationLiteral<Of> implements Of {
        private Literal() { super(); }
        public static Of.Literal of(String namespace) { throw null; }
        public static Of.Literal of(String namespace, String server) { throw null; }
        public String server() { throw null; }
        public String value() { throw null; }
    }
}
