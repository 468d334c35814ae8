package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.Dispatch;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;

/** What a server says of its threads when it starts. */
class ThreadsInUseTest {

    @Test
    void a_Tomcat_of_this_JVM_without_observers_lends_its_own_threads() {
        try (CapturedLog log = new CapturedLog("org.sockeye.web");
                EmbeddedTomcat tomcat =
                        EmbeddedTomcat.builder().contextPath("/app").start()) {
            assertThat(tomcat.server().config().dispatch()).isEqualTo(Dispatch.CONTAINER);
            assertThat(log.text(Level.INFO))
                    .containsOnlyOnce("is ready at /app/socket.io/. Handlers run on the container's request threads:"
                            + " dispatch is container (auto: no bean observes events, and the container has");
        }
    }

    @Test
    void a_Tomcat_with_few_threads_keeps_them() {
        try (CapturedLog log = new CapturedLog("org.sockeye.web");
                EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                        .connector(connector -> connector.setProperty("maxThreads", "10"))
                        .start()) {
            assertThat(tomcat.server().config().dispatch()).isEqualTo(Dispatch.EXECUTOR);
            assertThat(log.text(Level.INFO))
                    .containsOnlyOnce("Handlers run on at most 64 daemon threads of the server: dispatch is executor"
                            + " (auto: the container has 10 request threads, not more than 16)");
        }
    }

    @ParameterizedTest
    @CsvSource({"container, the container's request threads", "executor, at most 64 daemon threads of the server"})
    void what_the_application_chose_is_said_as_well(String dispatch, String threads) {
        try (CapturedLog log = new CapturedLog("org.sockeye.web");
                EmbeddedTomcat tomcat =
                        EmbeddedTomcat.builder().setting("dispatch", dispatch).start()) {
            assertThat(tomcat.server().config().dispatch().name()).isEqualToIgnoringCase(dispatch);
            assertThat(log.text(Level.INFO))
                    .containsOnlyOnce("Handlers run on " + threads + ": dispatch is " + dispatch + " (as configured)");
        }
    }
}
