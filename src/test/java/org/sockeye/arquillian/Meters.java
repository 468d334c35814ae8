package org.sockeye.arquillian;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.sockeye.Acknowledgement;
import org.sockeye.ServerMetrics;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.On;

/** The application of {@link MetricsIT}: it says what its server counts, and what those see who monitor it. */
@ApplicationScoped
public class Meters {

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @Inject
    SocketIoServer io;

    @Inject
    MeterRegistry registry;

    @Inject
    @Readiness
    Instance<HealthCheck> readiness;

    @Produces
    @Singleton
    static MeterRegistry registry() {
        return new SimpleMeterRegistry();
    }

    void counts(@Observes @On("metrics") SocketEvent event) {
        ServerMetrics metrics = io.metrics();
        event.answer(metrics.sessions() > 0, metrics.sockets() > 0, metrics.packetsIn() > 0, metrics.bytesOut() > 0);
    }

    /** Answers with all attributes of the MBeans whose names match, of whatever application. */
    void mbeans(@Observes @On("mbeans") String pattern, Acknowledgement answer) throws JMException {
        Map<String, Object> found = new TreeMap<>();
        for (ObjectName name : beans.queryNames(new ObjectName(pattern), null)) {
            found.put(name.toString(), attributes(name));
        }
        answer.answer(found);
    }

    private Map<String, Object> attributes(ObjectName name) throws JMException {
        Map<String, Object> values = new TreeMap<>();
        for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
            Object value = beans.getAttribute(name, attribute.getName());
            values.put(attribute.getName(), value instanceof TabularData table ? map(table) : value);
        }
        return values;
    }

    private static Map<String, Object> map(TabularData table) {
        return table.values().stream()
                .map(CompositeData.class::cast)
                .collect(Collectors.toMap(row -> (String) row.get("key"), row -> row.get("value")));
    }

    /** Answers with the values of all meters, by name and tags. */
    void meters(@Observes @On("meters") SocketEvent event) {
        event.answer(registry.getMeters().stream().collect(Collectors.toMap(Meters::name, Meters::value)));
    }

    private static String name(Meter meter) {
        return meter.getId().getTags().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(",", meter.getId().getName() + "{", "}"));
    }

    private static double value(Meter meter) {
        return meter.measure().iterator().next().getValue();
    }

    /** Answers with what each readiness check says. */
    void readiness(@Observes @On("readiness") SocketEvent event) {
        event.answer(readiness.stream().map(HealthCheck::call).map(Meters::told).toList());
    }

    private static Map<String, Object> told(HealthCheckResponse response) {
        return Map.of(
                "name", response.getName(),
                "status", response.getStatus().name(),
                "data", response.getData().orElseThrow());
    }
}
