package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.se.SeContainer;
import java.util.logging.Level;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;
import org.sockeye.SocketIoConfig;
import org.sockeye.harness.CapturedLog;
import org.sockeye.internal.core.ApplicationEvents;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.MonitoredServer;
import org.sockeye.internal.core.ServerEnvironment;
import org.sockeye.internal.engine.DeadlineTimer;
import org.sockeye.internal.integration.micrometer.MicrometerIntegration;
import org.sockeye.internal.json.BuiltInCodecs;

/** What applications with Micrometer and MicroProfile Health see of the server. */
abstract class MonitoringContract extends CdiContract {

    MonitoringContract(CdiImplementation cdi) {
        super(cdi);
    }

    private static ManagedServer server() {
        return directory().server("sockeye");
    }

    private static Runnable started() {
        return new MicrometerIntegration()
                .started(new MonitoredServer("/app", server(), directory().beans()));
    }

    @Test
    void a_server_is_bound_to_the_registry_that_is_a_bean_until_it_stops() {
        SeContainer cdi = start(MonitoringBeans.OneRegistry.class);
        MeterRegistry registry = cdi.select(MeterRegistry.class).get();
        Runnable stop = started();
        assertThat(registry.get("sockeye.sockets")
                        .tags("application", "/app", "server", server().name())
                        .gauge()
                        .value())
                .isZero();
        stop.run();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void without_a_registry_nothing_is_bound() {
        start();
        started().run();
    }

    @Test
    void of_two_registries_neither_is_chosen_and_the_log_says_so() {
        start(MonitoringBeans.OneRegistry.class, MonitoringBeans.AnotherRegistry.class);
        try (CapturedLog log = new CapturedLog("org.sockeye.cdi")) {
            started().run();
            assertThat(log.text(Level.WARNING))
                    .contains("No bean of type io.micrometer.core.instrument.MeterRegistry is used");
        }
    }

    private static HealthCheckResponse readiness(SeContainer cdi) {
        return cdi.select(HealthCheck.class, Readiness.Literal.INSTANCE).get().call();
    }

    @Test
    void the_application_is_ready_while_its_servers_serve() {
        SeContainer cdi = start();
        ManagedServer server = server();
        assertThat(readiness(cdi).getName()).isEqualTo("sockeye");
        assertThat(readiness(cdi).getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        try (DeadlineTimer timer = new DeadlineTimer(Thread::new)) {
            server.start(new ServerEnvironment(
                    SocketIoConfig.builder().build(),
                    timer,
                    Runnable::run,
                    ApplicationEvents.NONE,
                    new BuiltInCodecs().create()));
            assertThat(readiness(cdi).getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
            server.close();
            assertThat(readiness(cdi).getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        }
    }
}
