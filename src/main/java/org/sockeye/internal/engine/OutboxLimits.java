package org.sockeye.internal.engine;

import org.sockeye.OutboxPolicy;

/**
 * How much may wait for one client.
 *
 * @param bytes the most bytes
 * @param packets the most packets
 * @param policy what happens when more is to wait
 */
public record OutboxLimits(int bytes, int packets, OutboxPolicy policy) {

    /** Which limit a message did not keep, for whoever is to raise it. */
    String describe(Outbox.Outcome outcome) {
        return outcome == Outbox.Outcome.TOO_MANY_PACKETS
                ? "more than " + packets + " packets wait for the client (setting maxOutboxPackets)"
                : "more than " + bytes + " bytes wait for the client (setting maxOutboxBytes)";
    }

    boolean letVolatileWait() {
        return policy == OutboxPolicy.DROP_VOLATILE;
    }
}
