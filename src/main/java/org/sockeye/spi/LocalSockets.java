package org.sockeye.spi;

/** The sockets of one namespace on this node, as an {@link Adapter} uses them. Safe for any thread; nothing here waits. */
public interface LocalSockets {

    /** The name of the namespace. */
    String namespace();

    /** Sends an event to the sockets of this node that match; it is encoded once for all of them. */
    void deliver(EventPacket packet, Selector selector, Flags flags);
}
