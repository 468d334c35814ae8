package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockeye.Dispatch;

class DispatchChoiceTest {

    private static DispatchChoice auto(boolean hasObservers, OptionalInt requestThreads) {
        return DispatchChoice.of(Dispatch.AUTO, hasObservers, () -> requestThreads);
    }

    @Test
    void more_than_16_request_threads_and_no_observer_is_the_container() {
        assertThat(auto(false, OptionalInt.of(17)))
                .isEqualTo(new DispatchChoice(
                        Dispatch.CONTAINER, "auto: no bean observes events, and the container has 17 request threads"));
    }

    @Test
    void sixteen_request_threads_are_too_few() {
        assertThat(auto(false, OptionalInt.of(16)))
                .isEqualTo(new DispatchChoice(
                        Dispatch.EXECUTOR, "auto: the container has 16 request threads, not more than 16"));
    }

    @Test
    void an_unknown_number_of_request_threads_is_the_executor() {
        assertThat(auto(false, OptionalInt.empty()))
                .isEqualTo(new DispatchChoice(
                        Dispatch.EXECUTOR, "auto: it is not known how many request threads the container has"));
    }

    @Test
    void where_beans_observe_it_is_the_executor() {
        assertThat(auto(true, OptionalInt.of(200)))
                .isEqualTo(new DispatchChoice(Dispatch.EXECUTOR, "auto: beans observe events, and may block"));
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void what_the_application_wants_it_gets(Dispatch wanted) {
        assertThat(DispatchChoice.of(wanted, true, () -> OptionalInt.of(5)))
                .isEqualTo(new DispatchChoice(wanted, "as configured"));
    }
}
