package org.sockeye.benchmarks.server;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A bare WebSocket endpoint. One client at most says something to everyone, so no two threads send to one session. */
public class BareEndpoint extends Endpoint {

    private static final Set<Session> SESSIONS = ConcurrentHashMap.newKeySet();

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        SESSIONS.add(session);
        // Not a lambda: Tomcat looks for the type of the message in the class.
        session.addMessageHandler(new MessageHandler.Whole<String>() {
            @Override
            public void onMessage(String message) {
                received(session, message);
            }
        });
        send(session, BareServer.WELCOME);
    }

    private void received(Session session, String message) {
        String broadcast = BareServer.broadcastOf(message);
        if (broadcast == null) {
            send(session, message);
        } else {
            SESSIONS.forEach(each -> send(each, broadcast));
        }
    }

    void send(Session session, String message) {
        try {
            session.getBasicRemote().sendText(message);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        SESSIONS.remove(session);
    }
}
