package org.sockeye.spi;

/**
 * How the broadcasts of one namespace reach its sockets on every node.
 *
 * <p>Each default acts on this node alone: an adapter of a single node is {@code () -> local}. Called by any thread. Local
 * delivery neither waits for other nodes nor fails with them.
 */
@FunctionalInterface
public interface Adapter {

    /** The sockets of the namespace on this node. */
    LocalSockets local();

    /** Sends an event to all sockets that match, wherever they are, in the way that the flags say. */
    default void broadcast(EventPacket packet, Selector selector, Flags flags) {
        local().deliver(packet, selector, flags);
    }

    /** Makes the adapter of a namespace, when the namespace is created. */
    @FunctionalInterface
    interface Factory {

        /** Makes the adapter that acts on these sockets of this node. */
        Adapter create(LocalSockets local);
    }
}
