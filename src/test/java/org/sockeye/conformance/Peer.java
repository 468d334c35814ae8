package org.sockeye.conformance;

/**
 * A client of a session, whatever carries it.
 *
 * <p>A packet with text is as the protocol has it, its type in front; a message with bytes is their hexadecimal digits after {@code 0x}.
 */
interface Peer {

    /** The packet with which the session was opened. */
    String opening();

    /** Sends packets, together where the transport has payloads, and fails if the server does not take them. */
    void send(String... packets);

    /** Sends something that is no packet. The server may refuse it. */
    void sendMalformed();

    /** The next packet of the server. */
    String next();

    /** Waits for the server to have closed the session. */
    void awaitEnd();
}
