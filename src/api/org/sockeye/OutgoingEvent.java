package org.sockeye;

public interface OutgoingEvent extends Arguments {
    String name();
}
