package org.sockeye.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.cdi.On;

/** Observers whose payloads have constraints. */
final class ValidationBeans {

    /** How often a payload was validated. */
    static final AtomicInteger VALIDATED = new AtomicInteger();

    private ValidationBeans() {}

    @Constraint(validatedBy = CountingValidator.class)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Counted {

        String message() default "must not be odd";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    public static class CountingValidator implements ConstraintValidator<Counted, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            VALIDATED.incrementAndGet();
            if ("broken".equals(text)) {
                throw new IllegalStateException("expected in this test");
            }
            return !"odd".equals(text);
        }
    }

    /** A group. */
    interface Strict {}

    public static class Order {

        @NotBlank
        public @Nullable String text;

        @Positive(groups = Strict.class)
        public int count;
    }

    public static class Message {

        @Counted
        @NotBlank
        public @Nullable String text;

        @Positive
        public int likes = 1;
    }

    @ApplicationScoped
    static class Chat {

        @Inject
        Recorder recorder;

        void said(@Observes @On("said") @Valid Message message, Socket from) {
            recorder.saw("said " + message.text);
        }

        void all(@Observes @On("all") List<@Valid Message> messages) {
            recorder.saw(messages.size() + " messages");
        }

        void maybe(@Observes @On("maybe") Optional<@Valid Message> message) {
            recorder.saw(message.isPresent());
        }

        void named(@Observes @On("named") @NotBlank String name) {
            recorder.saw("named " + name);
        }

        void ordered(
                @Observes @On("ordered") @Valid @ConvertGroup(from = Default.class, to = Strict.class) Order order) {
            recorder.saw("ordered " + order.count);
        }

        void deep(@Observes @On("deep") @Valid Message message) {
            throw new ConstraintViolationException(Set.copyOf(
                    Validation.buildDefaultValidatorFactory().getValidator().validate(new Message())));
        }
    }

    /** Whom no interceptor can see. */
    @ApplicationScoped
    static class Hidden {

        @Inject
        Recorder recorder;

        @SuppressWarnings("UnusedMethod") // the container calls it
        private void said(@Observes @On("said") @Valid Message message) {
            recorder.saw("hidden " + message.text);
        }
    }

    @ApplicationScoped
    static class HiddenToo {

        @Inject
        Recorder recorder;

        @SuppressWarnings("UnusedMethod") // the container calls it
        private void said(@Observes @On("said") @Valid Message message) {
            recorder.saw("hidden " + message.text + " too");
        }
    }

    @Dependent
    static class Made {

        @Inject
        Recorder recorder;

        void named(@Observes @On("named") @NotBlank String name) {
            recorder.saw("named " + name);
        }
    }

    @ApplicationScoped
    static class Unconstrained {

        @Inject
        Recorder recorder;

        void said(@Observes @On("said") Message message) {
            recorder.saw("said " + message.text);
        }

        void event(@Observes @On("event") SocketEvent event) {
            recorder.saw("event");
        }
    }
}
