package org.sockeye;

import java.util.Map;

public interface ServerMetrics {
    long acksPending();
    long bytesIn();
    long bytesOut();
    long disconnects();
    long disconnects(DisconnectReason reason);
    long networkFailures();
    long outboxBytes();
    long packetsIn();
    long packetsOut();
    long refusals();
    long refusals(RefusalCause cause);
    int sessions();
    int sessions(Transport transport);
    int sockets();
    int sockets(String namespace);
    Map<String, Integer> socketsByNamespace();
}
