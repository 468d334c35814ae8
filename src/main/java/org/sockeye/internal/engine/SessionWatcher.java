package org.sockeye.internal.engine;

import org.sockeye.Transport;
import org.sockeye.internal.protocol.EnginePacket;
import org.sockeye.internal.protocol.Frame;

/**
 * Sees what passes through a session, beside the {@link SessionListener} that it is for. Called by whichever thread it happens on, by several at
 * once, by those that write and keep time among them: it must return at once and throw nothing.
 */
public interface SessionWatcher {

    /** A packet has come, and will be acted on next. Nobody changes its bytes. */
    void received(EnginePacket packet);

    /** A packet waits for the client from now on. */
    void sent(Frame frame);

    /** All that waited has been handed to the transport. */
    void drained();

    /** Another transport carries the session. */
    void upgraded(Transport transport);
}
