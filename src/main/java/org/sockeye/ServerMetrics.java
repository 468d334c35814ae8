package org.sockeye;

import java.util.Map;

/**
 * What a server carries now, and what it has done since the application started. The one source of its MBeans, of its Micrometer meters, and of whatever
 * an application makes of it.
 *
 * <p>Counts only grow, and begin at zero with the server. What is carried now is counted when it is asked for, client by client: ask for it every few
 * seconds, not for every event. Numbers that are read one after the other may be of different moments. Safe for any thread; never blocks on a client.
 */
public interface ServerMetrics {

    /** How many Engine.IO sessions there are now: clients, whatever the number of namespaces that each is in. */
    int sessions();

    /** How many sessions a transport carries now. One that is being upgraded counts as long-polling until it has been. */
    int sessions(Transport transport);

    /** How many sockets are connected now, in all namespaces. */
    int sockets();

    /** How many sockets are connected now in this namespace; zero if it is not there. */
    int sockets(String namespace);

    /**
     * How many sockets are connected now, by the name of their namespace; of a namespace that is empty, zero. Names of dynamic namespaces come from clients:
     * escape them where they are shown, and bound their number where they are kept.
     */
    Map<String, Integer> socketsByNamespace();

    /** How many Engine.IO packets have come: messages, attachments, heartbeats and what belongs to upgrades. */
    long packetsIn();

    /** How many Engine.IO packets have been handed to transports. */
    long packetsOut();

    /** How many bytes have come in bodies of long-polling requests and in WebSocket messages, as UTF-8, unpacked, without headers and framing. */
    long bytesIn();

    /** How many bytes have been handed to transports in bodies of long-polling answers and in WebSocket messages; before they are compressed. */
    long bytesOut();

    /** How many bytes wait for clients to take them, in all outboxes, now. See the setting {@code maxOutboxBytes}. */
    long outboxBytes();

    /** How many acknowledgements clients owe now: of each question one for each client that was asked. */
    long acksPending();

    /** How many sockets have been disconnected, for whatever reason. */
    long disconnects();

    /** How many sockets have been disconnected for this reason. One that is in two namespaces counts twice when its connection breaks. */
    long disconnects(DisconnectReason reason);

    /** How many requests and WebSockets have failed in the middle of reading or writing: networks that break, clients that vanish. Each is logged at DEBUG. */
    long networkFailures();

    /** How often something was refused, for whatever cause. */
    long refusals();

    /** How often something was refused for this cause. */
    long refusals(RefusalCause cause);
}
