package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.Census;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

/** All deadlines of all sessions are kept by one thread. */
class OneTimerTest {

    private static final int SESSIONS = 200;

    @Test
    void serves_any_number_of_sessions() {
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(io -> {})) {
            Map<String, Integer> before = Census.of(tomcat);
            EngineClient client = new EngineClient(tomcat.http("/socket.io/"));
            for (int i = 0; i < SESSIONS; i++) {
                client.open();
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !others.contains(thread))
                    .extracting(Thread::getName)
                    .filteredOn(name -> name.startsWith("sockeye-"))
                    .containsExactly("sockeye-timer-1");
            assertThat(Census.of(tomcat))
                    .as("a heartbeat and a deadline to connect for each")
                    .containsEntry("DeadlineTimer.deadlines", 2 * SESSIONS);
            tomcat.server().close();
            Census.of(tomcat).forEach((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(before.get(name)));
        }
    }
}
