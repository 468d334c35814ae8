package org.sockeye.spi;

/**
 * How an event is to be sent, as data that can travel to other nodes.
 *
 * @param isVolatile whether the event may be lost, as {@link org.sockeye.Socket#asVolatile()} says
 * @param compress whether the transport may compress the event
 */
public record Flags(boolean isVolatile, boolean compress) {

    /** Not volatile, and compressed where the server compresses. */
    public static final Flags NONE = new Flags(false, true);

    /** The same, and volatile. */
    public Flags asVolatile() {
        return new Flags(true, compress);
    }

    /** The same with another choice of compression. */
    public Flags compress(boolean choice) {
        return new Flags(isVolatile, choice);
    }
}
