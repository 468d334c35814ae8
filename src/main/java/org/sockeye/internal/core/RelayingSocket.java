package org.sockeye.internal.core;

import org.sockeye.Broadcaster;
import org.sockeye.spi.Flags;
import org.sockeye.spi.Selector;

/** The part of a socket that sends to the others. */
abstract class RelayingSocket extends ListeningSocket {

    @Override
    public abstract CoreNamespace namespace();

    @Override
    public Broadcaster to(String... names) {
        return broadcast().to(names);
    }

    @Override
    public Broadcaster in(String... names) {
        return to(names);
    }

    @Override
    public Broadcaster except(String... names) {
        return broadcast().except(names);
    }

    @Override
    public Broadcaster broadcast() {
        return new CoreBroadcaster(namespace(), Selector.everyone().without(id()), Flags.NONE);
    }
}
