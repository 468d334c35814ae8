package org.sockeye.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.sockeye.DisconnectReason;
import org.sockeye.RefusalCause;
import org.sockeye.ServerMetrics;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;

/**
 * The {@link ServerMetrics} of a server as meters, each with the tag {@code server}. Where a {@link MeterRegistry} is a bean of the application, its
 * servers are bound to it without this.
 *
 * <p>{@code sockeye.sessions} (by {@code transport}), {@code sockeye.sockets} and {@code sockeye.namespace.sockets} (by {@code namespace}, of at most a
 * hundred namespaces, as clients may create some), {@code sockeye.packets} and {@code sockeye.bytes} (by {@code direction}), {@code sockeye.outbox.bytes},
 * {@code sockeye.acks.pending}, {@code sockeye.disconnects} (by {@code reason}), {@code sockeye.network.failures}, {@code sockeye.refusals} (by {@code cause}).
 *
 * <p>Safe for any thread.
 */
public final class SockeyeMetrics implements MeterBinder, AutoCloseable {

    private static final int MOST_NAMESPACES = 100;

    private record Bound(MeterRegistry registry, Meter meter) {}

    private final SocketIoServer server;
    private final ServerMetrics metrics;
    private final Tags tags;
    /** Guarded by this. */
    private final List<Bound> bound = new ArrayList<>();

    private boolean closed; // guarded by this

    /** Meters of this server, with no further tags. */
    public SockeyeMetrics(SocketIoServer server) {
        this(server, Tags.empty());
    }

    /** Meters of this server, each with these tags beside its own. */
    public SockeyeMetrics(SocketIoServer server, Iterable<Tag> tags) {
        this.server = Objects.requireNonNull(server, "server");
        this.metrics = server.metrics();
        this.tags = Tags.of(tags).and("server", server.name());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Transport transport : Transport.values()) {
            gauge(registry, "sockeye.sessions", "transport", transport.wireName(), m -> m.sessions(transport));
        }
        bindTraffic(registry);
        for (DisconnectReason reason : DisconnectReason.values()) {
            count(registry, "sockeye.disconnects", "reason", reason.text(), m -> m.disconnects(reason));
        }
        for (RefusalCause cause : RefusalCause.values()) {
            count(registry, "sockeye.refusals", "cause", lower(cause), m -> m.refusals(cause));
        }
        bindNamespaces(registry);
    }

    private void bindTraffic(MeterRegistry registry) {
        add(
                registry,
                Gauge.builder("sockeye.sockets", metrics, ServerMetrics::sockets)
                        .tags(tags)
                        .register(registry));
        count(registry, "sockeye.packets", "direction", "in", ServerMetrics::packetsIn);
        count(registry, "sockeye.packets", "direction", "out", ServerMetrics::packetsOut);
        count(registry, "sockeye.bytes", "direction", "in", ServerMetrics::bytesIn);
        count(registry, "sockeye.bytes", "direction", "out", ServerMetrics::bytesOut);
        add(
                registry,
                Gauge.builder("sockeye.outbox.bytes", metrics, ServerMetrics::outboxBytes)
                        .tags(tags)
                        .baseUnit("bytes")
                        .register(registry));
        add(
                registry,
                Gauge.builder("sockeye.acks.pending", metrics, ServerMetrics::acksPending)
                        .tags(tags)
                        .register(registry));
        add(
                registry,
                FunctionCounter.builder("sockeye.network.failures", metrics, ServerMetrics::networkFailures)
                        .tags(tags)
                        .register(registry));
    }

    private void bindNamespaces(MeterRegistry registry) {
        Set<String> known = new HashSet<>();
        server.onNewNamespace(namespace -> bindNamespace(registry, known, namespace.name()));
        metrics.socketsByNamespace().keySet().forEach(name -> bindNamespace(registry, known, name));
    }

    private void bindNamespace(MeterRegistry registry, Set<String> known, String name) {
        synchronized (known) {
            if (known.size() >= MOST_NAMESPACES || !known.add(name)) {
                return;
            }
        }
        gauge(registry, "sockeye.namespace.sockets", "namespace", name, m -> m.sockets(name));
    }

    /** Removes the meters from the registries to which they were bound; nothing is bound any more. Idempotent. */
    @Override
    public void close() {
        List<Bound> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(bound);
            bound.clear();
        }
        left.forEach(each -> each.registry().remove(each.meter()));
    }

    private void gauge(
            MeterRegistry registry, String name, String tag, String value, ToDoubleFunction<ServerMetrics> number) {
        add(
                registry,
                Gauge.builder(name, metrics, number).tags(tags.and(tag, value)).register(registry));
    }

    private void count(
            MeterRegistry registry, String name, String tag, String value, ToDoubleFunction<ServerMetrics> number) {
        add(
                registry,
                FunctionCounter.builder(name, metrics, number)
                        .tags(tags.and(tag, value))
                        .register(registry));
    }

    private void add(MeterRegistry registry, Meter meter) {
        synchronized (this) {
            if (!closed) {
                bound.add(new Bound(registry, meter));
                return;
            }
        }
        registry.remove(meter);
    }

    private static String lower(RefusalCause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
