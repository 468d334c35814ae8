package org.sockeye.internal.engine;

import java.util.List;
import java.util.Optional;
import org.sockeye.HandshakeRequest;
import org.sockeye.internal.protocol.Frame;

/** An Engine.IO session, whatever carries it. Every method may be called from any thread. */
public final class EngineSession implements Connection {

    private final String sid;
    private final HandshakeRequest request;

    EngineSession(String sid, HandshakeRequest request) {
        this.sid = sid;
        this.request = request;
    }

    /** Takes a GET, to be answered now or later. A second one at the same time closes the session. */
    public void poll(PollExchange exchange) {
        exchange.fail(400);
    }

    /** Lets a POST begin. Empty when it may not: the answer is 400. A second one at the same time closes the session. */
    public Optional<PostIntake> beginPost() {
        return Optional.empty();
    }

    @Override
    public String sid() {
        return sid;
    }

    @Override
    public int protocol() {
        return 4;
    }

    @Override
    public HandshakeRequest request() {
        return request;
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public void send(List<Frame> frames) {}

    @Override
    public void close() {}

    @Override
    public void closeNow(CloseReason reason) {}
}
