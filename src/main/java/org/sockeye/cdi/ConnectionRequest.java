package org.sockeye.cdi;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.Socket;

/**
 * A client that wants to be in a namespace, as observers of {@link Connecting} are asked about it. It is let in unless one of them refuses; one that
 * throws refuses, too. To be used while the observer runs.
 */
public interface ConnectionRequest {

    /** The socket that the client is to have. It is not connected yet: it can be given attributes, data and rooms, and nothing be sent to it. */
    Socket socket();

    /** What the client brought. */
    default Handshake handshake() {
        return socket().handshake();
    }

    /** The namespace that it wants to be in. */
    default Namespace namespace() {
        return socket().namespace();
    }

    /** Whether the client comes back to a session that it had. */
    default boolean isRecovered() {
        return socket().recovered();
    }

    /** What the application wants to know of the socket later: {@link Socket#attributes}. */
    default Map<String, Object> attributes() {
        return socket().attributes();
    }

    /** Says that nothing is to be said against this client. That is so anyway; another observer may still refuse it. */
    void accept();

    /** Refuses the client, which receives the message as {@code error.message} of its {@code connect_error}. */
    void refuse(String message);

    /** Refuses the client with more than a message: {@code data} is written as JSON, and reaches the client as {@code error.data}. */
    void refuse(String message, @Nullable Object data);
}
