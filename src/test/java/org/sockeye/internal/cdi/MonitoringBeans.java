package org.sockeye.internal.cdi;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Registries of applications. */
final class MonitoringBeans {

    private MonitoringBeans() {}

    @Dependent
    static class OneRegistry {
        @Produces
        @Singleton
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }

    @Dependent
    static class AnotherRegistry {
        @Produces
        @Singleton
        MeterRegistry another() {
            return new SimpleMeterRegistry();
        }
    }
}
