package org.sockeye.internal.engine;

import java.util.List;
import org.sockeye.HandshakeRequest;
import org.sockeye.Transport;
import org.sockeye.internal.protocol.Frame;

/** An Engine.IO session as the layer above sees it. Every method may be called from any thread and returns at once. */
public interface Connection {

    /** The session id: a secret of this client. */
    String sid();

    /** The Engine.IO revision, 4 or 3. */
    int protocol();

    /** The request that opened the session. */
    HandshakeRequest request();

    /** Which transport carries the session. */
    Transport transport();

    /** Has somebody look on from now on, instead of whoever did before. */
    void watch(SessionWatcher watcher);

    /** Whether the session takes frames: neither closing nor closed. */
    boolean isOpen();

    /** Whether a frame sent now would be written at once. */
    boolean isWritable();

    /** How many bytes wait for the client. */
    long waitingBytes();

    /**
     * Sends frames, one after the other with nothing between them. Dropped when the session is not open, or when they are volatile
     * and cannot be written.
     *
     * <p>When they do not fit into the outbox the session is closed.
     */
    void send(Outgoing message);

    /**
     * The first half of {@link #send(Outgoing)}, for a caller that holds a lock: takes its place among the frames that are sent, but neither writes nor
     * closes anything. {@link #flush()} follows.
     */
    void queue(Outgoing message);

    /** The second half, once no lock is held: writes what waits, or closes the session if it did not fit. */
    void flush();

    /** Sends frames that are not volatile. */
    default void send(List<Frame> frames) {
        send(new Outgoing(frames));
    }

    /** Closes the session in an orderly way once what waits has been written. Reports {@link CloseReason#FORCED_CLOSE}. */
    void close();

    /** Closes the session at once, for a reason of the layer above. */
    void closeNow(CloseReason reason);
}
