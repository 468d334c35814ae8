package org.sockeye.internal.engine;

import java.util.Optional;
import org.sockeye.ConnectionError;
import org.sockeye.HandshakeRequest;
import org.sockeye.ResponseHeaders;

/** What the application has registered. Where nothing is said of exceptions, whatever the application throws stays behind these methods. */
public interface EngineHooks {

    /** Of an application that has registered nothing. */
    EngineHooks NONE = new EngineHooks() {};

    /** Whether a session may not begin: what the client is told, which may be empty. */
    default Optional<String> refusal(HandshakeRequest request) {
        return Optional.empty();
    }

    /**
     * The id of a session; empty when the application does not care.
     *
     * @throws Exception if the application threw it
     */
    default Optional<String> generateId(HandshakeRequest request) throws Exception {
        return Optional.empty();
    }

    /** Lets the application change the headers of an answer. */
    default void headers(boolean initial, ResponseHeaders headers, HandshakeRequest request) {}

    /** Whether the application decides which other sites' pages may connect. */
    default boolean decidesOnOrigins() {
        return false;
    }

    /** Whether pages of another site may connect. */
    default boolean allowsOrigin(String origin, HandshakeRequest request) {
        return false;
    }

    /** A request is refused. Also says it in the log where the application itself is at fault. */
    default void refused(ConnectionError error) {}
}
