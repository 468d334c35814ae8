package org.sockeye.internal.integration.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.sockeye.internal.core.ManagedServer;

/** The application is ready when each of its servers serves clients. */
record ReadinessOfServers(Supplier<List<ManagedServer>> servers) implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        List<ManagedServer> all = servers.get();
        Map<String, Object> states = new TreeMap<>();
        all.forEach(server -> states.put(server.name(), server.isServing() ? "serving" : "not serving"));
        Status status = all.stream().allMatch(ManagedServer::isServing) ? Status.UP : Status.DOWN;
        return new HealthCheckResponse("sockeye", status, Optional.of(states));
    }
}
