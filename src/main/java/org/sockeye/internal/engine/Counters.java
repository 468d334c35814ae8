package org.sockeye.internal.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.sockeye.RefusalCause;

/**
 * What has happened on one server so far. Counting costs no more than an uncontended addition, whatever the number of threads; only reading sums up.
 */
public final class Counters {

    private final LongAdder packetsIn = new LongAdder();
    private final LongAdder packetsOut = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();
    private final LongAdder networkFailures = new LongAdder();

    /** Never changed once it is made. */
    private final Map<RefusalCause, LongAdder> refusals = new EnumMap<>(RefusalCause.class);

    public Counters() {
        for (RefusalCause cause : RefusalCause.values()) {
            refusals.put(cause, new LongAdder());
        }
    }

    void packetIn() {
        packetsIn.increment();
    }

    /** A body or a message has come. */
    public void bytesIn(int bytes) {
        bytesIn.add(bytes);
    }

    /** A body or a message, with that many packets, is handed to a transport. */
    void out(int packets, int bytes) {
        packetsOut.add(packets);
        bytesOut.add(bytes);
    }

    /** A request or a WebSocket has broken. */
    public void networkFailure() {
        networkFailures.increment();
    }

    /** Something was refused. */
    public void refused(RefusalCause cause) {
        of(cause).increment();
    }

    public long packetsIn() {
        return packetsIn.sum();
    }

    public long packetsOut() {
        return packetsOut.sum();
    }

    public long bytesIn() {
        return bytesIn.sum();
    }

    public long bytesOut() {
        return bytesOut.sum();
    }

    public long networkFailures() {
        return networkFailures.sum();
    }

    /** How often something was refused for this cause. */
    public long refusals(RefusalCause cause) {
        return of(cause).sum();
    }

    private LongAdder of(RefusalCause cause) {
        return Objects.requireNonNull(refusals.get(Objects.requireNonNull(cause, "cause")));
    }
}
