package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ValidationException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.InvalidPayloadException;
import org.sockeye.InvalidPayloadException.Violation;
import org.sockeye.internal.core.PayloadConstraints;
import org.sockeye.internal.integration.validation.ValidatedPayloads;

/** What becomes of payloads with constraints. */
abstract class ValidationContract extends CdiContract {

    private static final String BAD = "{\"text\":\" \",\"likes\":-1}";

    ValidationContract(CdiImplementation cdi) {
        super(cdi);
    }

    @BeforeEach
    void beginToCount() {
        ValidationBeans.VALIDATED.set(0);
        outcome.isListened = true;
    }

    private InvalidPayloadException invalid() {
        assertThat(outcome.log).singleElement().isInstanceOf(InvalidPayloadException.class);
        return (InvalidPayloadException) outcome.log.get(0);
    }

    /** Whoever validates. */
    abstract class Rules {

        abstract void begin(Class<?>... beans);

        @Test
        void a_payload_that_is_valid_is_validated_once_and_observed() {
            begin(ValidationBeans.Chat.class);
            receive("said", "{\"text\":\"hi\"}");
            assertThat(seen()).containsExactly("said hi");
            assertThat(ValidationBeans.VALIDATED).hasValue(1);
        }

        @Test
        void one_that_is_not_is_validated_once_and_not_observed() {
            begin(ValidationBeans.Chat.class);
            receive("said", "{\"text\":\"odd\"}");
            assertThat(seen()).isEmpty();
            assertThat(ValidationBeans.VALIDATED).hasValue(1);
            assertThat(invalid().violations()).containsExactly(new Violation("text", "must not be odd"));
        }

        @Test
        void a_validator_that_throws_is_told_as_an_observer_that_throws() {
            begin(ValidationBeans.Chat.class);
            receive("said", "{\"text\":\"broken\"}");
            assertThat(seen()).isEmpty();
            assertThat(outcome.log).singleElement().isInstanceOf(ValidationException.class);
        }

        @Test
        void groups_are_converted() {
            begin(ValidationBeans.Chat.class);
            receive("ordered", "{\"count\":0}");
            assertThat(invalid().violations()).containsExactly(new Violation("count", "must be greater than 0"));
            receive("ordered", "{\"count\":1}");
            assertThat(seen()).containsExactly("ordered 1");
        }

        @Test
        void violations_are_told_in_one_shape_and_order() {
            begin(ValidationBeans.Chat.class);
            receive("said", BAD);
            assertThat(invalid())
                    .hasMessage(
                            "{\"error\":{\"code\":\"constraint_violation\",\"message\":\"The payload is not valid\","
                                    + "\"violations\":[{\"path\":\"likes\",\"message\":\"must be greater than 0\"},"
                                    + "{\"path\":\"text\",\"message\":\"must not be blank\"}]}}");
        }

        @Test
        void elements_of_lists_are_validated_and_told_by_their_position() {
            begin(ValidationBeans.Chat.class);
            receive("all", "[{\"text\":\"hi\"},{\"text\":\"odd\"}]");
            assertThat(seen()).isEmpty();
            assertThat(invalid().violations()).containsExactly(new Violation("[1].text", "must not be odd"));
        }

        @Test
        void what_is_optional_is_validated_if_it_is_there() {
            begin(ValidationBeans.Chat.class);
            receive("maybe", "null");
            receive("maybe", "{\"text\":\"hi\"}");
            assertThat(seen()).containsExactly(false, true);
            outcome.log.clear();
            receive("maybe", "{\"text\":\"odd\"}");
            assertThat(invalid().violations()).containsExactly(new Violation("text", "must not be odd"));
        }

        @Test
        void constraints_may_be_on_the_parameter_itself() {
            begin(ValidationBeans.Chat.class);
            receive("named", "\"Alice\"");
            assertThat(seen()).containsExactly("named Alice");
            outcome.log.clear();
            receive("named", "\" \"");
            assertThat(seen()).containsExactly("named Alice");
            assertThat(invalid().violations()).containsExactly(new Violation("", "must not be blank"));
        }

        @Test
        void violations_that_an_observer_finds_deeper_down_are_failures_of_the_observer() {
            begin(ValidationBeans.Chat.class);
            receive("deep", "{\"text\":\"hi\"}");
            assertThat(outcome.log).singleElement().isInstanceOf(jakarta.validation.ConstraintViolationException.class);
        }

        @Test
        void payloads_without_constraints_and_events_are_not_validated() {
            begin(ValidationBeans.Unconstrained.class);
            receive("said", BAD);
            receive("event", BAD);
            assertThat(seen()).containsExactly("said  ", "event");
        }
    }

    @Nested
    class Where_only_we_validate extends Rules {

        @Override
        void begin(Class<?>... beans) {
            start(beans);
        }

        @Test
        void constraints_on_the_parameter_hold_for_dependent_beans_too() {
            begin(ValidationBeans.Made.class);
            receive("named", "\"Alice\"");
            receive("named", "\" \"");
            assertThat(seen()).containsExactly("named Alice");
        }
    }

    @Nested
    class Where_nobody_listens {

        @Test
        void a_violation_is_one_warning() {
            outcome.isListened = false;
            start(ValidationBeans.Chat.class);
            try (LogLines log = new LogLines()) {
                receive("said", BAD);
                receive("said", BAD);
                assertThat(log.records())
                        .filteredOn(line -> line.getLevel().equals(Level.WARNING))
                        .singleElement()
                        .satisfies(line -> assertThat(line.getMessage())
                                .contains("Chat.said(")
                                .contains("constraint_violation"));
            }
        }
    }

    /** As where the API is there, and nothing that implements it. */
    public static final class NoProvider implements PayloadConstraints {

        private final PayloadConstraints real = new ValidatedPayloads();

        @Override
        public boolean concern(Method method, int parameter) {
            return real.concern(method, parameter);
        }

        @Override
        public boolean begin(Function<Class<?>, @Nullable Object> beans) {
            return false;
        }

        @Override
        public boolean areOnParameter(Method method, int parameter) {
            throw new AssertionError();
        }

        @Override
        public void check(Object value) {
            throw new AssertionError();
        }

        @Override
        public void checkParameter(Object bean, Method method, int parameter, Object value) {
            throw new AssertionError();
        }

        @Override
        public @Nullable InvalidPayloadException found(Throwable thrown, Method method, int parameter) {
            throw new AssertionError();
        }

        @Override
        public void end() {
            throw new AssertionError();
        }
    }

    @Nested
    class Without_a_provider {

        @TempDir
        @SuppressWarnings("NullAway.Init") // set by JUnit
        Path directory;

        private void constraints(String implementation) throws IOException {
            Path service = Files.writeString(directory.resolve("service"), implementation);
            application.validateBy(service.toUri().toURL());
        }

        @Test
        void constraints_are_ignored_with_one_warning() throws IOException {
            constraints(NoProvider.class.getName());
            try (LogLines log = new LogLines()) {
                start(ValidationBeans.Chat.class);
                receive("said", BAD);
                assertThat(seen()).containsExactly("said  ");
                assertThat(log.records()).singleElement().satisfies(line -> {
                    assertThat(line.getLevel()).isEqualTo(Level.WARNING);
                    assertThat(line.getMessage())
                            .contains("Payloads are not validated", "no provider of Jakarta Validation", "Chat.");
                });
            }
        }

        @Test
        void nobody_is_warned_where_nothing_is_constrained() throws IOException {
            constraints(NoProvider.class.getName());
            try (LogLines log = new LogLines()) {
                start(ValidationBeans.Unconstrained.class);
                assertThat(log.records()).isEmpty();
            }
        }

        @Test
        void and_without_the_api_everything_works_as_if_there_were_no_constraints() throws IOException {
            constraints("org.sockeye.NotThere");
            start(ValidationBeans.Chat.class);
            receive("said", BAD);
            assertThat(seen()).containsExactly("said  ");
        }
    }

    @Nested
    class Several_observers_of_one_type {

        @Test
        void share_what_we_find() {
            start(ValidationBeans.Hidden.class, ValidationBeans.HiddenToo.class);
            receive("said", "{\"text\":\"hi\"}");
            assertThat(seen()).containsExactlyInAnyOrder("hidden hi", "hidden hi too");
            assertThat(ValidationBeans.VALIDATED).hasValue(1);
            receive("said", "{\"text\":\"odd\"}");
            assertThat(ValidationBeans.VALIDATED).hasValue(2);
            assertThat(outcome.log.stream().filter(InvalidPayloadException.class::isInstance))
                    .hasSize(2);
            assertThat(List.copyOf(seen())).hasSize(2);
        }
    }
}
