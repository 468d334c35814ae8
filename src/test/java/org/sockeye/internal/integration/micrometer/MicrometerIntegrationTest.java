package org.sockeye.internal.integration.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.internal.core.BeanFinder;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.MonitoredServer;

/** A registry that is a bean may be the container's, and outlive the application. */
class MicrometerIntegrationTest {

    private final EmbeddedTomcat tomcat = EmbeddedTomcat.builder().start();

    @AfterEach
    void stop() {
        tomcat.close();
    }

    private Runnable bind(MeterRegistry registry) {
        BeanFinder beans = new BeanFinder() {
            @Override
            public <T> Optional<T> find(Class<T> type) {
                return Optional.of(type.cast(registry));
            }
        };
        return new MicrometerIntegration().started(new MonitoredServer("", (ManagedServer) tomcat.server(), beans));
    }

    @Test
    void it_has_the_meters_until_the_server_stops() {
        MeterRegistry registry = new SimpleMeterRegistry();
        Runnable end = bind(registry);
        assertThat(registry.get("sockeye.sockets")
                        .tags("application", "/", "server", "sockeye")
                        .gauge()
                        .value())
                .isZero();
        end.run();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void one_that_refuses_a_meter_keeps_none() {
        MeterRegistry registry = new SimpleMeterRegistry() {
            @Override
            protected <T> Gauge newGauge(Meter.Id id, @Nullable T object, ToDoubleFunction<T> number) {
                if (id.getName().equals("sockeye.acks.pending")) {
                    throw new IllegalArgumentException("refused, says the test");
                }
                return super.newGauge(id, object, number);
            }
        };
        assertThatIllegalArgumentException().isThrownBy(() -> bind(registry)).withMessage("refused, says the test");
        assertThat(registry.getMeters()).isEmpty();
    }
}
