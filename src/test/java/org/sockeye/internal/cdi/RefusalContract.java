package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What observers cannot be, and are told by name when the application is deployed, whichever CDI implementation deploys it. */
abstract class RefusalContract extends CdiContract {

    RefusalContract(CdiImplementation cdi) {
        super(cdi);
    }

    private void isRefused(Class<?> bean, String why) {
        assertThatThrownBy(() -> start(bean))
                .hasStackTraceContaining(bean.getSimpleName() + ".observe(")
                .hasStackTraceContaining(why);
    }

    @Nested
    class Refused_is {

        @Test
        void what_observes_something_else_than_happens() {
            isRefused(
                    RefusedBeans.WrongType.class, "would never be called, as what it observes is a org.sockeye.Socket");
        }

        @Test
        void what_has_two_qualifiers() {
            isRefused(RefusedBeans.TwoQualifiers.class, "no event has all of the qualifiers");
        }

        @Test
        void a_reserved_event_name() {
            isRefused(RefusedBeans.Reserved.class, "\"disconnect\" is a reserved event name");
        }

        @Test
        void a_transaction_phase() {
            isRefused(RefusedBeans.AfterTransaction.class, "it observes AFTER_SUCCESS");
        }

        @Test
        void a_parameter_that_describes_the_event() {
            isRefused(RefusedBeans.WithMetadata.class, "a parameter of type EventMetadata");
        }

        @Test
        void a_parameter_that_describes_an_injection_point() {
            isRefused(RefusedBeans.WithInjectionPoint.class, "a parameter of type InjectionPoint");
        }

        @Test
        void a_type_variable() {
            isRefused(RefusedBeans.WithVariable.class, "a type variable");
        }

        @Test
        void a_type_variable_inside_of_a_type() {
            isRefused(RefusedBeans.WithVariableInside.class, "a type variable");
        }

        @Test
        void a_pattern_that_does_not_compile() {
            isRefused(RefusedBeans.BrokenPattern.class, "no regular expression");
        }

        @Test
        void a_decision_that_comes_too_late() {
            isRefused(RefusedBeans.DecidesLater.class, "too late");
        }

        @Test
        void everything_that_is_wrong_at_once() {
            assertThatThrownBy(() -> start(
                            RefusedBeans.Reserved.class, RefusedBeans.WrongType.class, RefusedBeans.DecidesLater.class))
                    .hasStackTraceContaining("Reserved.observe(")
                    .hasStackTraceContaining("WrongType.observe(")
                    .hasStackTraceContaining("DecidesLater.observe(");
        }
    }

    @Nested
    class Warned_of_is {

        @ParameterizedTest
        @CsvSource({
            "WantsPrincipal, @OfSocket Principal",
            "WantsRequest, handshake.request()",
            "WantsSession, handshake.request().unwrap(HttpSession.class)"
        })
        void a_parameter_that_is_the_containers_own(String bean, String better) throws ClassNotFoundException {
            try (LogLines log = new LogLines()) {
                deploy(Class.forName(RefusedBeans.class.getName() + "$" + bean));
                assertThat(log.records()).singleElement().satisfies(line -> assertThat(line.getMessage())
                        .contains(bean + ".observe(SocketEvent, ", better));
            }
        }

        /** Outside of a container there may be no bean of that type. */
        private void deploy(Class<?> bean) {
            try {
                start(bean);
            } catch (RuntimeException missing) {
                assertThat(missing).hasStackTraceContaining(bean.getSimpleName());
            }
        }
    }
}
