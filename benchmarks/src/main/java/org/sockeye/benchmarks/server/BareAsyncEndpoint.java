package org.sockeye.benchmarks.server;

import jakarta.websocket.Session;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** A bare WebSocket endpoint that sends without blocking, one message of a session at a time. */
public final class BareAsyncEndpoint extends BareEndpoint {

    private static final Map<Session, Semaphore> IDLE = new ConcurrentHashMap<>();

    @Override
    void send(Session session, String message) {
        Semaphore idle = IDLE.computeIfAbsent(session, unseen -> new Semaphore(1));
        idle.acquireUninterruptibly();
        session.getAsyncRemote().sendText(message, result -> idle.release());
    }
}
