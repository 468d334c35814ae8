package org.sockeye.internal.core;

import java.util.function.Consumer;

/** How observers are called with what happens to one socket. Used within the call that hands it over, by one thread. */
public interface Delivery extends Failures {

    /**
     * Has asynchronous observers called on the server's executor, at the same time as others and in no order. Until they have returned they count as an
     * event of the client that waits.
     *
     * @param work is given whom to tell what they throw
     */
    void later(Consumer<Failures> work);
}
