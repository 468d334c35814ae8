package org.sockeye.internal.integration.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.sockeye.internal.core.Integration;
import org.sockeye.internal.core.MonitoredServer;
import org.sockeye.micrometer.SockeyeMetrics;

/**
 * Binds a server to the MeterRegistry that is a bean of the application, if one is: all of it or nothing, as the registry may be the container's and
 * outlive the application. Public for the ServiceLoader.
 */
public final class MicrometerIntegration implements Integration {

    @Override
    public Runnable started(MonitoredServer server) {
        return server.beans()
                .find(MeterRegistry.class)
                .map(registry -> bind(server, registry))
                .orElse(() -> {});
    }

    private static Runnable bind(MonitoredServer server, MeterRegistry registry) {
        String application = server.application().isEmpty() ? "/" : server.application();
        SockeyeMetrics metrics = new SockeyeMetrics(server.server(), Tags.of("application", application));
        try {
            metrics.bindTo(registry);
        } catch (RuntimeException | Error refused) {
            metrics.close();
            throw refused;
        }
        return metrics::close;
    }
}
