package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstTimesTest {

    private final FirstTimes times = new FirstTimes();

    @Test
    void each_thing_has_one_first_time() {
        assertThat(times.isFirst("a")).isTrue();
        assertThat(times.isFirst("b")).isTrue();
        assertThat(times.isFirst("a")).isFalse();
    }

    @Test
    void what_clients_choose_does_not_fill_the_memory() {
        assertThat(IntStream.range(0, 10_000)
                        .filter(i -> times.isFirst("name " + i))
                        .count())
                .isEqualTo(100);
        FirstTimes others = new FirstTimes();
        String beginning = "x".repeat(10_000);
        assertThat(others.isFirst(beginning + "a")).isTrue();
        assertThat(others.isFirst(beginning + "b")).isFalse();
    }
}
