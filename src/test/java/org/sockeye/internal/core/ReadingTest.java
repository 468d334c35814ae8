package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A client that connected after event 10, was sent 15 and 20 and went after 50. */
class ReadingTest {

    private final Reading reading = new Reading(10, new RecoveryLog.Mark(20, "offset"), 50);

    @Test
    void a_client_that_has_read_what_was_for_it_goes_on_with_what_came_after_it_went() {
        assertThat(reading.goesOnAfter(20)).isEqualTo(50);
    }

    @Test
    void a_client_that_has_not_goes_on_after_what_it_has_read() {
        assertThat(reading.goesOnAfter(15)).isEqualTo(15);
    }

    @Test
    void a_client_that_has_read_nothing_since_it_connected_goes_on_from_there() {
        assertThat(reading.goesOnAfter(3)).isEqualTo(10);
    }

    @Test
    void a_client_that_nothing_was_for_has_missed_nothing() {
        assertThat(new Reading(10, null, 50).goesOnAfter(10)).isEqualTo(50);
        assertThat(new Reading(10, null, 50).goesOnAfter(3)).isEqualTo(50);
    }
}
