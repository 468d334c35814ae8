package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.harness.CapturedLog;

class LogTest extends CoreSuite {

    LogTest() {
        super(Dispatch.CONTAINER);
    }

    @Test
    void an_event_that_does_not_fit_is_a_warning_once_however_often_and_from_however_many_clients_it_comes()
            throws InterruptedException {
        server.onConnection(socket -> socket.on("count", event -> event.argument(0, int.class)));
        Peer first = connect();
        Peer second = connect();
        try (CapturedLog log = new CapturedLog("org.sockeye.core")) {
            first.says("2[\"count\"]").says("2[\"count\"]");
            second.says("2[\"count\"]");
            settle();
            assertThat(log.text(Level.WARNING)).hasLineCount(1).contains("\"count\" does not fit its listener");
        }
    }

    @Test
    void a_close_action_that_throws_keeps_no_other_from_running() {
        StringBuilder ran = new StringBuilder();
        server.onClose(() -> {
            throw new LinkageError("thrown by the test");
        });
        server.onClose(() -> ran.append("ran"));
        server.close();
        assertThat(ran).hasToString("ran");
    }
}
