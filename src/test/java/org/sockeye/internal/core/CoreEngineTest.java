package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;

class CoreEngineTest extends CoreSuite {

    CoreEngineTest() {
        super(Dispatch.EXECUTOR);
    }

    @Test
    @SuppressWarnings("NullAway") // the code of an application need not be checked for it
    void an_id_generator_that_answers_null_is_told_of_in_words() {
        server.engine().generateId(request -> null);
        assertThatThrownBy(() -> server.hooks().generateId(NoRequest.INSTANCE))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the id generator answered null");
    }
}
