package org.sockeye.internal.core;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.sockeye.DisconnectReason;
import org.sockeye.RefusalCause;
import org.sockeye.ServerMetrics;
import org.sockeye.Transport;
import org.sockeye.internal.engine.Counters;

/** Reads the counters, and counts the rest when it is asked for: nothing that changes with every event is kept twice. */
final class CoreMetrics implements ServerMetrics {

    private final Counters counters = new Counters();
    /** Never changed once it is made. */
    private final Map<DisconnectReason, LongAdder> disconnects = new EnumMap<>(DisconnectReason.class);

    private final Collection<Client> clients;
    private final Supplier<List<CoreNamespace>> namespaces;

    CoreMetrics(Collection<Client> clients, Supplier<List<CoreNamespace>> namespaces) {
        this.clients = clients;
        this.namespaces = namespaces;
        for (DisconnectReason reason : DisconnectReason.values()) {
            disconnects.put(reason, new LongAdder());
        }
    }

    Counters counters() {
        return counters;
    }

    void disconnected(DisconnectReason reason) {
        of(reason).increment();
    }

    @Override
    public int sessions() {
        return clients.size();
    }

    @Override
    public int sessions(Transport transport) {
        Objects.requireNonNull(transport, "transport");
        return (int) clients.stream()
                .filter(client -> client.transport() == transport)
                .count();
    }

    @Override
    public int sockets() {
        return namespaces.get().stream().mapToInt(CoreMetrics::socketsIn).sum();
    }

    @Override
    public int sockets(String namespace) {
        Objects.requireNonNull(namespace, "namespace");
        return namespaces.get().stream()
                .filter(each -> each.name().equals(namespace))
                .mapToInt(CoreMetrics::socketsIn)
                .sum();
    }

    @Override
    public Map<String, Integer> socketsByNamespace() {
        Map<String, Integer> counts = new HashMap<>();
        namespaces.get().forEach(namespace -> counts.put(namespace.name(), socketsIn(namespace)));
        return counts;
    }

    private static int socketsIn(CoreNamespace namespace) {
        return namespace.rooms().connected().size();
    }

    @Override
    public long packetsIn() {
        return counters.packetsIn();
    }

    @Override
    public long packetsOut() {
        return counters.packetsOut();
    }

    @Override
    public long bytesIn() {
        return counters.bytesIn();
    }

    @Override
    public long bytesOut() {
        return counters.bytesOut();
    }

    @Override
    public long outboxBytes() {
        return clients.stream().mapToLong(Client::waitingBytes).sum();
    }

    @Override
    public long acksPending() {
        return namespaces.get().stream()
                .flatMap(namespace -> namespace.rooms().connected().stream())
                .mapToLong(socket -> socket.acks().count())
                .sum();
    }

    @Override
    public long disconnects() {
        return disconnects.values().stream().mapToLong(LongAdder::sum).sum();
    }

    @Override
    public long disconnects(DisconnectReason reason) {
        return of(Objects.requireNonNull(reason, "reason")).sum();
    }

    @Override
    public long networkFailures() {
        return counters.networkFailures();
    }

    @Override
    public long refusals() {
        long sum = 0;
        for (RefusalCause cause : RefusalCause.values()) {
            sum += counters.refusals(cause);
        }
        return sum;
    }

    @Override
    public long refusals(RefusalCause cause) {
        return counters.refusals(cause);
    }

    private LongAdder of(DisconnectReason reason) {
        return Objects.requireNonNull(disconnects.get(reason));
    }
}
