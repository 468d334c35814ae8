package org.sockeye;

/** An event on its way to a client: its name, and its arguments as the client will have them. Immutable and safe for any thread. */
public interface OutgoingEvent extends Arguments {

    /** The event's name. */
    String name();
}
