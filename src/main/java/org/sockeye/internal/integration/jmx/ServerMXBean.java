package org.sockeye.internal.integration.jmx;

import java.util.Map;

/** One server, as JMX shows it: {@link org.sockeye.ServerMetrics} says what each number means. Public for JMX. */
public interface ServerMXBean {

    /** How many clients are connected: Engine.IO sessions. */
    int getSessions();

    /** How many sessions are carried by long-polling. */
    int getPollingSessions();

    /** How many sessions are carried by a WebSocket. */
    int getWebSocketSessions();

    /** How many sockets are connected, in all namespaces. */
    int getSockets();

    /** How many Engine.IO packets have come. */
    long getPacketsIn();

    /** How many Engine.IO packets have been handed to transports. */
    long getPacketsOut();

    /** How many bytes have come, unpacked. */
    long getBytesIn();

    /** How many bytes have been handed to transports, before compression. */
    long getBytesOut();

    /** How many bytes wait for clients to take them. */
    long getOutboxBytes();

    /** How many acknowledgements clients owe. */
    long getAcksPending();

    /** How many requests and WebSockets have failed in the middle of reading or writing. */
    long getNetworkFailures();

    /** How many sockets were disconnected, by reason: {@code transport close}. */
    Map<String, Long> getDisconnects();

    /** How often something was refused, by cause: {@code too many sessions}. */
    Map<String, Long> getRefusals();

    /** Which threads run handlers: {@code container}, {@code executor} or {@code virtual}. */
    String getDispatch();
}
