package org.sockeye;

/** Is told of every event that a socket is sent. See {@link Socket#onAnyOutgoing}. */
@FunctionalInterface
public interface OutgoingListener {

    /**
     * Called by the thread that emits, before the event is sent; by several threads at once if several emit. What it emits to the same socket
     * is told to it again, and sent first.
     *
     * @throws Exception is told to the error listeners, or logged; the event is sent all the same
     */
    void sending(OutgoingEvent event) throws Exception;
}
