package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockeye.SocketError;
import org.sockeye.SocketError.Kind;

/** Who says what a client is answered when an observer threw, whichever CDI implementation there is. */
abstract class AnswerContract extends CdiContract {

    private final SocketError error =
            new SocketError(Kind.OBSERVER, alice, "order", null, new IllegalStateException("expected in this test"));

    AnswerContract(CdiImplementation cdi) {
        super(cdi);
    }

    @Test
    void the_application_does_by_a_bean() {
        start(AnswerBeans.Polite.class);
        assertThat(events().answerTo(error)).isEqualTo(Map.of("sorry", "order"));
    }

    @Test
    void a_mapper_may_leave_it_to_us() {
        start(AnswerBeans.Silent.class);
        assertThat(events().answerTo(error)).isNull();
    }

    @Test
    void without_a_mapper_it_is_left_to_us() {
        start();
        assertThat(events().answerTo(error)).isNull();
    }

    @Test
    void several_mappers_fail_the_deployment() {
        assertThatThrownBy(() -> start(AnswerBeans.Polite.class, AnswerBeans.Silent.class))
                .hasStackTraceContaining("ErrorMapper");
    }
}
