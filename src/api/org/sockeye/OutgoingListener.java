package org.sockeye;

@FunctionalInterface
public interface OutgoingListener {
    void sending(OutgoingEvent event) throws Exception;
}
