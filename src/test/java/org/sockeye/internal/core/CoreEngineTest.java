package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.harness.CapturedLog;

class CoreEngineTest extends CoreSuite {

    CoreEngineTest() {
        super(Dispatch.EXECUTOR);
    }

    @Test
    @SuppressWarnings("NullAway") // the code of an application need not be checked for it
    void an_id_generator_that_answers_null_is_told_of_in_words() {
        server.engine().generateId(request -> null);
        assertThatThrownBy(() -> server.hooks().generateId(RequestBy.NOBODY))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the id generator answered null");
    }

    @Test
    void what_an_application_throws_for_every_request_is_an_error_once() {
        server.engine().allowRequest(request -> {
            throw new IllegalStateException("broken");
        });
        try (CapturedLog log = new CapturedLog("org.sockeye.core")) {
            for (int i = 0; i < 3; i++) {
                assertThat(server.hooks().refusal(RequestBy.NOBODY)).contains("");
            }
            assertThat(log.text(Level.SEVERE)).containsOnlyOnce("A request filter threw");
        }
    }
}
