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
public @interface On {
    @Nonbinding String namespace() default "/";
    @Nonbinding String server() default "";
    String value() default "";
    public static final class Literal extends AnnotationLiteral<On> implements On {
        private Literal() { super(); }
        public String namespace() { throw null; }
        public static On.Literal of(String name) { throw null; }
        public static On.Literal of(String name, String namespace, String server) { throw null; }
        public String server() { throw null; }
        public String value() { throw null; }
    }
}
