package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineLogTest {

    @Test
    void what_a_client_chose_cannot_break_a_line() {
        assertThat(EngineLog.quote("a\nb\r\u001b[31m\"\\é"))
                .isEqualTo("\"a\\u000ab\\u000d\\u001b[31m\\u0022\\u005c\\u00e9\"");
    }

    @Test
    void what_a_client_chose_is_cut() {
        assertThat(EngineLog.quote("x".repeat(1_000_000))).isEqualTo("\"" + "x".repeat(80) + "\"...");
    }
}
