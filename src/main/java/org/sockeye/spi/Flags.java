package org.sockeye.spi;

import java.time.Duration;
import java.util.Optional;

/**
 * How something is to be done to many, as data that can travel to other nodes.
 *
 * @param isVolatile whether the event may be lost, as {@link org.sockeye.Socket#asVolatile()} says
 * @param compress whether the transport may compress the event
 * @param isLocal whether only the sockets of this node are meant
 * @param timeout how long answers are waited for; if it is not said, as long as the setting {@code ackTimeout} says
 */
public record Flags(boolean isVolatile, boolean compress, boolean isLocal, Optional<Duration> timeout) {

    /** Not volatile, and compressed where the server compresses; on all nodes. */
    public static final Flags NONE = new Flags(false, true);

    /** Refuses a deadline that is not positive. */
    public Flags {
        if (timeout.isPresent() && (timeout.get().isNegative() || timeout.get().isZero())) {
            throw new IllegalArgumentException("A deadline must be positive, and is " + timeout.get());
        }
    }

    /** On all nodes, and without a deadline of its own. */
    public Flags(boolean isVolatile, boolean compress) {
        this(isVolatile, compress, false, Optional.empty());
    }

    /** The same, and volatile. */
    public Flags asVolatile() {
        return new Flags(true, compress, isLocal, timeout);
    }

    /** The same with another choice of compression. */
    public Flags compress(boolean choice) {
        return new Flags(isVolatile, choice, isLocal, timeout);
    }

    /** The same for the sockets of this node alone. */
    public Flags local() {
        return new Flags(isVolatile, compress, true, timeout);
    }

    /**
     * The same with a deadline of its own.
     *
     * @throws IllegalArgumentException unless it is positive
     */
    public Flags timeout(Duration deadline) {
        return new Flags(isVolatile, compress, isLocal, Optional.of(deadline));
    }
}
