package org.sockeye.arquillian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sockeye.Acknowledgement;
import org.sockeye.SocketEvent;
import org.sockeye.cdi.On;

/** The application of {@link ValidationIT}: payloads have a constraint that counts how often it is asked. */
@ApplicationScoped
public class Validated {

    private static final AtomicInteger ASKED = new AtomicInteger();

    @Constraint(validatedBy = NotOdd.Counting.class)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface NotOdd {

        String message() default "must not be odd";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Counts. */
        class Counting implements ConstraintValidator<NotOdd, String> {

            @Override
            public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
                ASKED.incrementAndGet();
                return !"odd".equals(text);
            }
        }
    }

    public static class Message {

        @NotOdd
        public @Nullable String text;
    }

    void said(@Observes @On("said") @Valid Message message, Acknowledgement answer) {
        answer.answer("heard " + message.text);
    }

    void asked(@Observes @On("asked") SocketEvent event) {
        event.answer(ASKED.get());
    }
}
