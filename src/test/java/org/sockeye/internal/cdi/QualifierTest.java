package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Connecting;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnecting;
import org.sockeye.cdi.On;

/** Qualifiers as they are written, and as values. */
class QualifierTest {

    @Connecting
    @Connected
    @Disconnecting
    @Disconnected
    @On("say")
    static class Plain {}

    @Connecting(namespace = "/chat", server = "second")
    @Connected(namespace = "/chat", server = "second")
    @Disconnecting(namespace = "/chat", server = "second")
    @Disconnected(namespace = "/chat", server = "second")
    @On(value = "say", namespace = "/chat", server = "second")
    static class Placed {}

    static Stream<Arguments> literals() {
        return Stream.of(
                Arguments.of(Plain.class, Connecting.Literal.INSTANCE),
                Arguments.of(Plain.class, Connected.Literal.INSTANCE),
                Arguments.of(Plain.class, Disconnecting.Literal.INSTANCE),
                Arguments.of(Plain.class, Disconnected.Literal.INSTANCE),
                Arguments.of(Plain.class, On.Literal.of("say")),
                Arguments.of(Placed.class, Connecting.Literal.of("/chat", "second")),
                Arguments.of(Placed.class, Connected.Literal.of("/chat", "second")),
                Arguments.of(Placed.class, Disconnecting.Literal.of("/chat", "second")),
                Arguments.of(Placed.class, Disconnected.Literal.of("/chat", "second")),
                Arguments.of(Placed.class, On.Literal.of("say", "/chat", "second")));
    }

    @ParameterizedTest
    @MethodSource("literals")
    void a_literal_is_equal_to_what_is_written(Class<?> bearer, Annotation literal) {
        assertThat(literal).isEqualTo(bearer.getAnnotation(literal.annotationType()));
    }

    @ParameterizedTest
    @ValueSource(classes = {Connecting.class, Connected.class, Disconnecting.class, Disconnected.class, On.class})
    void namespace_and_server_do_not_bind(Class<? extends Annotation> type) throws NoSuchMethodException {
        assertThat(type).hasAnnotation(Qualifier.class);
        assertThat(type.getMethod("namespace").isAnnotationPresent(Nonbinding.class))
                .isTrue();
        assertThat(type.getMethod("server").isAnnotationPresent(Nonbinding.class))
                .isTrue();
    }

    @Test
    void the_name_of_an_event_binds_so_that_one_that_the_application_fires_reaches_its_observers_alone()
            throws NoSuchMethodException {
        assertThat(On.class.getMethod("value").isAnnotationPresent(Nonbinding.class))
                .isFalse();
    }
}
